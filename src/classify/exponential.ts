/** Terms of the series for a remainder of at most ln 2 / 2; the next one is below the last bit. */
const TERMS = 14;

/**
 * e to the power of `x`, which is at most 0. It uses nothing but operations that IEEE 754 fixes to the last bit, since
 * engines differ in the last bits of `Math.exp`, and a share has to be the same in every browser.
 */
export function computeExponential(x: number): number {
  if (!(x > -700)) return 0;
  const halvings = Math.round(-x / Math.LN2);
  const rest = x + halvings * Math.LN2;
  let power = 1;
  for (let term = TERMS; term > 0; term -= 1) power = 1 + (rest / term) * power;
  for (let halved = 0; halved < halvings; halved += 1) power /= 2;
  return power;
}
