import { writeFileSync } from 'node:fs';

/**
 * Places where a process may die between two effects. Each separates two legal states of the store or of a
 * run; the tests kill at each and look at what is left.
 */
export const faultPoints = [
  'store:before-blob',
  'store:after-temporary-file',
  'store:after-blob-before-entry',
  'store:before-entry-link',
  'store:after-entry',
  'store:before-replace',
  'checkpoint:before-list',
  'checkpoint:after-list',
  'activity:before-job',
  'activity:after-job-before-publish',
  'activity:after-publish',
  'engine:server-spawned',
  'engine:worker-start',
  'cli:before-start',
  'cli:before-record',
  'cli:in-table',
] as const;

export type FaultPoint = (typeof faultPoints)[number];

/**
 * Does nothing, unless LACUNA_FAULT names this point: then the process dies at once, as by a power cut. With
 * `POINT=stop` it stops until somebody continues it, so that anything can be done to any process at this moment.
 * LACUNA_FAULT_ONCE names a file that takes the number of the first process that gets here; all others go past.
 */
export function reach(point: FaultPoint): void {
  const [wanted, action] = process.env['LACUNA_FAULT']?.split('=') ?? [];
  if (wanted !== point || !isFirst(process.env['LACUNA_FAULT_ONCE'])) return;
  process.kill(process.pid, action === 'stop' ? 'SIGSTOP' : 'SIGKILL');
}

function isFirst(file: string | undefined): boolean {
  if (file === undefined) return true;
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
