import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';

/** How long a program may take to stop when asked, in ms. */
const defaultGraceMs = 10_000;

/** Process groups of programs that run now. When this process ends in an orderly way, it takes them along. */
const groups = new Set<number>();
process.on('exit', () => {
  for (const group of groups) signalGroup(group, 'SIGKILL');
});

/** A process group that is ours to end. Disposing kills whatever is left of it. */
export interface HeldGroup extends Disposable {
  /** Asks once, then insists: after the grace time the group is killed. */
  readonly stop: (first: NodeJS.Signals) => void;
}

/** Holds the group of a program that was started detached. An aborted signal asks it to stop by SIGTERM. */
export function holdGroup(group: number, signal: AbortSignal, graceMs = defaultGraceMs): HeldGroup {
  groups.add(group);
  let timer: NodeJS.Timeout | undefined;
  const stop = (first: NodeJS.Signals) => {
    signalGroup(group, first);
    timer ??= setTimeout(() => signalGroup(group, 'SIGKILL'), graceMs);
  };
  const onAbort = () => stop('SIGTERM');
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return {
    stop,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      signalGroup(group, 'SIGKILL');
      groups.delete(group);
    },
  };
}

/** Waits for the end of this process, whatever ends it, and kills a group: by a pipe that then closes. */
const guardScript = 'read -r _; kill -s KILL -- "-$1"';

/**
 * Ties a group to the life of this process by another small one, for programs that do not know how to notice that who
 * started them is gone. Disposing ends the guard and nothing else.
 */
export function guardGroup(group: number): Disposable {
  const guard = spawn('/bin/sh', ['-c', guardScript, 'lacuna-guard', String(group)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a guard the program runs all the same: only the death of this process would leave it behind.
  guard.on('error', () => {});
  guard.stdin.on('error', () => {});
  return { [Symbol.dispose]: () => void guard.kill('SIGKILL') };
}

/** How a process ended: one of the two is not null. */
export interface End {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Rejects when the process could not be started. */
export async function endOf(child: ChildProcess): Promise<End> {
  const [exit, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  // The last message may still be in the channel when the process is gone.
  if (child.connected) await once(child, 'disconnect');
  return { exit, signal };
}

const wordsOfLog = { lines: 12, bytes: 4_096 };

/** The last lines of what a program printed, `none` where it printed nothing. */
export async function lastWords(log: string): Promise<string> {
  await using file = await open(log, 'r');
  const { size } = await file.stat();
  const start = Math.max(0, size - wordsOfLog.bytes);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
  // A line that is drawn over and over, a progress bar, is as many lines here; what steers a terminal is left out.
  const lines = plainText(buffer.subarray(0, bytesRead).toString('utf8'))
    .trimEnd()
    .split(/[\r\n]+/);
  const text = lines.slice(-wordsOfLog.lines).join('\n').trim();
  return text === '' ? 'none' : text;
}

function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return text.replace(/\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}

/** A cause that a person may not think of. */
export function maybe(signal: NodeJS.Signals): string {
  return signal === 'SIGKILL' ? ', perhaps for lack of memory' : '';
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // Nobody of the group is left: what was wanted.
  }
}
