import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** A process of this machine that is not a zombie. */
export interface ProcessEntry {
  readonly pid: number;
  readonly command: string;
}

/** Processes of a process group, or with `NAME=VALUE` in the environment that they were started with (Linux). */
export function processesOf(group: number, marker: string): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [stat, environ, command] = ['stat', 'environ', 'cmdline'].map((file) => readProc(name, file));
      if (stat === undefined || command === undefined) return [];
      // After the name in parentheses, which may hold anything: state, parent, process group.
      const [state, , processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const belongs = Number(processGroup) === group || (environ ?? '').split('\0').includes(marker);
      if (state === 'Z' || !belongs) return [];
      return [{ pid: Number(name), command: command.replaceAll('\0', ' ').trim() }];
    });
}

/** Looks until none is left or the time is over, and gives what is left. */
export async function awaitNone(look: () => ProcessEntry[], withinMs: number): Promise<ProcessEntry[]> {
  const end = performance.now() + withinMs;
  let left = look();
  while (left.length > 0 && performance.now() < end) {
    // A process that was told to end needs a moment; there is no event for one that is not our child.
    await setTimeout(20);
    left = look();
  }
  return left;
}

/** Ends processes at once; one that ended meanwhile is no error. */
export function killAll(processes: readonly ProcessEntry[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

/** A process may end between the listing and the reading, and another user's environment cannot be read. */
function readProc(pid: string, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
