/** A bijection of 32-bit words whose every bit depends on all: the finaliser of MurmurHash3 (Appleby, 2011). */
function mix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Draw number `counter` of a stream of whole numbers 0..count - 1: a function of its arguments, in any order of
 * asking. `seed` and `counter` are taken modulo 2^32. One number is more likely than another by at most count / 2^32.
 */
export function drawBelow(count: number, seed: number, counter: number): number {
  const key = mix((seed + 0x9e3779b9) >>> 0);
  const word = mix((mix((counter ^ key) >>> 0) + mix((key ^ 0x85ebca77) >>> 0)) >>> 0);
  return Math.floor((word * count) / 2 ** 32);
}
