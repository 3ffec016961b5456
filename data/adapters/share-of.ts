import { createHash } from 'node:crypto';

/** A number in [0, 1) that is as good as random, and the same for a text everywhere and always. */
export function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
