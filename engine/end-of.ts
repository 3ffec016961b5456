import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How a process ended, in words. Never rejects; one that could not be started ends with the reason. */
export function endOf(child: ChildProcess): Promise<string> {
  return once(child, 'exit').then(
    ([code, signal]) => String(signal ?? `exit code ${code}`),
    (error: Error) => error.message,
  );
}
