import { parentPort } from 'node:worker_threads';
import { Failure } from '../diagnostics/failure.ts';
import type { Answer, Reply, Request } from './protocol.ts';

/** The program of a pool's thread: does one piece of work after the other. Failures go to whoever asked. */
export function serve<Work, Result>(
  handle: (work: Work, report: (progress: unknown) => void) => Promise<Answer<Result>>,
): void {
  const port = parentPort;
  if (port === null) return;
  const reply = (message: Reply<Result>, transfer: Answer<Result>['transfer'] = []) =>
    port.postMessage(message, transfer);
  port.on('message', async ({ work }: Request<Work>) => {
    try {
      const { result, transfer } = await handle(work, (progress) => reply({ progress }));
      reply({ result }, transfer);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      reply({ failure: { code: error instanceof Failure ? error.code : 'LAC9001', message } });
    }
  });
}
