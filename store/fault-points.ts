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
  'activity:after-job-before-publish',
  'activity:after-publish',
] as const;

export type FaultPoint = (typeof faultPoints)[number];

/** Does nothing, unless LACUNA_FAULT names this point: then the process dies at once, as by a power cut. */
export function reach(point: FaultPoint): void {
  if (process.env['LACUNA_FAULT'] === point) process.kill(process.pid, 'SIGKILL');
}
