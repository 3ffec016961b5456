import type { Verified } from '../store/keeping.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { openStore } from './open-store.ts';
import { everyFewSeconds } from './progress.ts';
import { loadSettings } from './settings.ts';
import { describeBytes } from './sizes.ts';
import type { Terminal } from './terminal.ts';

export interface VerifyOptions {
  readonly json: boolean;
}

/** Reads the whole store, names what is damaged or missing, and sets aside what is damaged. */
export async function verify(options: VerifyOptions, terminal: Terminal): Promise<ExitStatus> {
  const store = await openStore(loadSettings(), terminal);
  const say = everyFewSeconds(terminal);
  const verified = await store.verify((what, done, total, bytes) =>
    say(() => `${what}: folder ${done + 1} of ${total}, ${describeBytes(bytes)} read`),
  );
  if (options.json) terminal.out(JSON.stringify({ location: store.location, ...verified }, null, 2));
  else terminal.out(render(store.location, verified));
  if (verified.findings.length === 0) return exitCodes.done;
  terminal.talk('What is damaged was set aside; run your pipelines again to make it anew.');
  return exitCodes.differs;
}

function render(location: string, { findings, read }: Verified): string {
  const counts = Object.entries(read).map(([what, { count, bytes }]) => {
    return `${count} ${what} (${describeBytes(bytes)})`;
  });
  const lines = findings.map(({ what, path, reason, quarantine }) => {
    return `${what}: ${path}: ${reason}${quarantine === undefined ? '' : `; it is now ${quarantine}`}`;
  });
  const result = findings.length === 0 ? 'all sound' : `${findings.length} found`;
  return [...lines, `${location}: ${result}; read ${counts.join(', ')}`].join('\n');
}
