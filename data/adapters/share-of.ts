import { createHash } from 'node:crypto';
import type { Split } from '../../schemas/generated/resolved.ts';

/** A number in [0, 1) that is as good as random, and the same for a text everywhere and always. */
export function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** The split of a thing by its name alone: 70 % train, 10 % val, 20 % test. */
export function splitOf(name: string): Split {
  const share = shareOf(name);
  if (share < 0.7) return 'train';
  return share < 0.8 ? 'val' : 'test';
}
