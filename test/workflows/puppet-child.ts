import { Failure } from '../../diagnostics/failure.ts';
import type { Job } from '../../plan/job.ts';
import { type ChildMessage, childExit } from '../../plan/job-protocol.ts';
import { play } from './puppet.ts';

/* A puppet in a process of its own, under supervision like a trainer. */
const stop = new AbortController();
const tell = (message: ChildMessage, done?: () => void) => process.send?.(message, done ?? (() => {}));

process.on('SIGTERM', () => process.exit(childExit.terminated));
process.on('disconnect', () => process.exit(childExit.orphaned));
process.once('message', ({ job }: { readonly job: Job }) => {
  play(job, { report: (progress) => tell({ progress }), signal: stop.signal }).then(
    (outcome) => tell({ outcome }, () => process.exit(childExit.done)),
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      const { code, message, retryable } = error;
      tell({ failure: { code, message, retryable } }, () => process.exit(childExit.failed));
    },
  );
});
