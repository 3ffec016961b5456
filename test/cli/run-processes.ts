import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export type Victim = 'lacuna run' | 'worker' | 'trainer' | 'server';

const marks: { readonly [victim in Exclude<Victim, 'lacuna run'>]: RegExp } = {
  worker: /worker-main/,
  trainer: /train\/child/,
  server: /start-dev/,
};

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly cpuSeconds: number;
}

/** A process of a run, once a trainer of it computes. Rejects when that takes longer than a minute. */
export async function findProcess(run: number, victim: Victim): Promise<number> {
  for (let tries = 0; tries < 600; tries += 1) {
    const family = descendantsOf(run);
    const trainer = family.find(({ command, cpuSeconds }) => marks.trainer.test(command) && cpuSeconds > 2.5);
    if (trainer) {
      if (victim === 'lacuna run') return run;
      const found =
        victim === 'trainer' ? trainer : family.find(({ command }) => marks[victim].test(command));
      if (found) return found.pid;
    }
    // There is no event for another process's progress.
    await wait(100);
  }
  throw new Error(`no ${victim} of the run ${run} was seen at work`);
}

/** Waits until no process works in a folder any more. */
export async function waitUntilGone(folder: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (!readProcesses().some(({ command }) => command.includes(folder))) return;
    await wait(100);
  }
  throw new Error(`a process that works in ${folder} stayed behind`);
}

function descendantsOf(root: number): readonly Process[] {
  const all = readProcesses();
  const family = [root];
  for (const ancestor of family) {
    family.push(...all.filter(({ parent }) => parent === ancestor).map(({ pid }) => pid));
  }
  return all.filter(({ pid }) => family.includes(pid));
}

function readProcesses(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        // Behind the name in brackets: state, parent, ...; user and system time are fields 14 and 15.
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / 100;
        return [{ pid: Number(name), parent: Number(fields[1]), command, cpuSeconds }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}
