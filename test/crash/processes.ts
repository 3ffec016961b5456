import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine, zombies left out. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly state: string;
  readonly command: string;
}

/** All processes that can be read. */
function allProcesses(): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? read(Number(name)) : []));
}

/** A process and all that it started, directly or not. */
export function descendantsOf(root: number): readonly Process[] {
  const all = allProcesses();
  const family = [root];
  for (const ancestor of family) {
    family.push(...all.filter(({ parent }) => parent === ancestor).map(({ pid }) => pid));
  }
  return all.filter(({ pid }) => family.includes(pid));
}

/** Whether a process was stopped by a signal. */
export function isStopped(pid: number): boolean {
  return read(pid)[0]?.state === 'T';
}

/** Whether there is such a process. */
export function isRunning(pid: number): boolean {
  return read(pid).length > 0;
}

/** Sends a signal; one that is gone cannot get it. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Processes with this text in their command line, or in the environment that they were started with. */
export function processesWith(text: string): readonly Process[] {
  return allProcesses().filter(
    ({ pid, command }) => command.includes(text) || (readProc(pid, 'environ') ?? '').includes(text),
  );
}

function read(pid: number): Process[] {
  const [stat, command] = [readProc(pid, 'stat'), readProc(pid, 'cmdline')];
  if (stat === undefined || command === undefined) return [];
  // Behind the name in brackets: state, parent, ...
  const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z'
    ? []
    : [{ pid, parent: Number(parent), state, command: command.replaceAll('\0', ' ').trim() }];
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended while we looked.
    return undefined;
  }
}
