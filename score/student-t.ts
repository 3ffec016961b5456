/**
 * The `probability`-quantile, 0.5 <= probability < 1, of Student's t with a whole number of `degrees` >= 1 of
 * freedom. With t = sqrt(degrees) tan(angle) the probability of |T| < t is a finite sum (Abramowitz & Stegun, Handbook
 * of Mathematical Functions, 26.7.3 and 26.7.4), which rises in the angle and is halved in on.
 */
export function quantileOfT(probability: number, degrees: number): number {
  const within = 2 * probability - 1;
  let [low, high] = [0, Math.PI / 2];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return Math.sqrt(degrees) * Math.tan(middle);
    if (probabilityWithin(middle, degrees) < within) low = middle;
    else high = middle;
  }
}

/** Probability of |T| < sqrt(degrees) tan(angle). */
function probabilityWithin(angle: number, degrees: number): number {
  const isOdd = degrees % 2 === 1;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  let term = isOdd ? cosine : 1;
  let sum = 0;
  for (let power = isOdd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * cosine * cosine;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
