const terms = 12;

/**
 * Natural logarithm of a positive finite number, to about 1e-15 relative. Math.log may differ in its last bit between
 * platforms; this uses only operations that IEEE 754 rounds the same way everywhere.
 */
export function naturalLogarithm(x: number): number {
  let exponent = 0;
  let mantissa = x;
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  // ln m = 2 artanh t = 2 (t + t^3/3 + ...), |t| <= 0.172: twelve terms leave less than 1e-19.
  const t = (mantissa - 1) / (mantissa + 1);
  let sum = 0;
  for (let term = terms - 1; term >= 0; term -= 1) sum = sum * t * t + 1 / (2 * term + 1);
  return exponent * Math.LN2 + 2 * t * sum;
}
