import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Cell } from './cells.ts';
import type { Victim } from './matrix.ts';
import { signal } from './processes.ts';
import type { Program } from './programs.ts';
import { trainTask } from './small-pipeline.ts';
import type { Stage } from './stage.ts';
import { entryPathOf, filesBelow } from './store-files.ts';

/** Kills the victim and cuts in half what it was writing, or had written last. */
export async function tear(cell: Cell, stage: Stage, command: Program, worker: number): Promise<void> {
  const victim = await stage.find(cell.victim, command);
  // Who watches the victim would start it again, or clear away after it, before its file is cut.
  const watchers: { readonly [victim in Victim]?: number } = {
    'Temporal server': command.pid,
    trainer: worker,
  };
  const watcher = watchers[cell.victim];
  if (watcher !== undefined) signal(watcher, 'SIGSTOP');
  signal(victim, 'SIGKILL');
  await wait(50);
  for (const path of tornFiles(cell, stage)) tearFile(path);
  if (watcher !== undefined) signal(watcher, 'SIGCONT');
}

/** Half of a file is lost. */
export function tearFile(path: string): void {
  truncateSync(path, Math.floor(statSync(path).size / 2));
}

/** The file that was written last. */
export function newest(paths: readonly string[]): string {
  const [last] = [...paths].sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (last === undefined) throw new Error('there is no file to tear');
  return last;
}

function tornFiles({ victim, moment }: Cell, { store, work, folder }: Stage): readonly string[] {
  const below = (path: string) => filesBelow(join(work, path));
  switch (victim) {
    case 'command line':
      if (moment === 'before start') return [newest(below('tmp'))];
      if (moment === 'after publish, before record') return below('runs');
      return filesBelow(join(folder, 'results')).filter((path) => path.endsWith('.new'));
    case 'worker':
      if (moment === 'mid-step')
        return [newest(below('checkpoints').filter((path) => !path.endsWith('.json')))];
      return [moment === 'during table write' ? newest(below('tmp')) : entryPathOf(store, trainTask)];
    case 'Temporal server': {
      const log = below('temporal').filter((path) => path.endsWith('.db-wal'));
      return log.length > 0 ? log : below('temporal').filter((path) => path.endsWith('.db'));
    }
    case 'trainer':
      return [newest(below('tmp').filter((path) => path.includes('/output/')))];
    case 'S3 server':
      return [];
  }
}
