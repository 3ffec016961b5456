import type { RunRecord } from '../store/store.ts';

/** What to call next for a run, as far as its record tells. */
export function nextCommand({ id, file, state }: RunRecord): string {
  if (state === 'running') return `lacuna attach ${id}`;
  return state === 'done' ? `lacuna table ${file}` : `lacuna run ${file}`;
}
