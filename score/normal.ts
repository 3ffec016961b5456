/** Where the series loses to the continued fraction in digits and in terms. */
const seriesUpTo = 2;

/** Terms of the continued fraction; at 2 and above they leave less than 1e-15. */
const fractionTerms = 60;

/** Probability that a standard normal number is at least as far from 0 as `z`, to 1e-12 of itself. */
export function twoSidedNormal(z: number): number {
  const distance = Math.abs(z) / Math.SQRT2;
  return distance < seriesUpTo ? 1 - errorFunction(distance) : complementFraction(distance);
}

/** erf(x), x >= 0: Abramowitz & Stegun, Handbook of Mathematical Functions, 7.1.6; all terms are positive. */
function errorFunction(x: number): number {
  let [term, sum] = [x, x];
  for (let k = 1; term > sum * Number.EPSILON; k += 1) {
    term *= (2 * x * x) / (2 * k + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc(x), x > 0: the same, 7.1.14, from the innermost fraction outwards. */
function complementFraction(x: number): number {
  let fraction = x;
  for (let k = fractionTerms; k >= 1; k -= 1) fraction = x + k / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
