import type { Digest } from '../plan/digest.ts';
import { hexOf } from '../store/hash.ts';

/** The same plan has the same id: two calls at once are one run. */
export function workflowIdOf(pipeline: string, planDigest: Digest): string {
  return `lacuna-${pipeline}-${hexOf(planDigest)?.slice(0, 16)}`;
}
