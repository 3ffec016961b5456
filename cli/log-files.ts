import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { orNothing } from '../store/disk.ts';
import { logFolderOf } from '../store/logs.ts';
import type { RunRecord } from '../store/store.ts';

/** What one attempt of a task printed, or what a run in the background did. */
export interface LogFile {
  /** Absent for the log of the run itself. */
  readonly task?: string;
  readonly attempt?: number;
  readonly path: string;
  readonly bytes: number;
}

/** Folder of the logs of a run on this machine. */
export function logFolder(workDirectory: string, run: string): string {
  return join(workDirectory, 'logs', logFolderOf(run));
}

/** What a run in the background says. */
export function runLog(workDirectory: string, run: string): string {
  return join(logFolder(workDirectory, run), 'run.log');
}

/** Logs of a run on this machine: that of the run first, then those of its tasks in the order of the plan. */
export async function logFilesOf(folder: string, { tasks }: RunRecord): Promise<readonly LogFile[]> {
  const names = await readdir(folder).catch(orNothing<string[]>([]));
  const ids = Object.keys(tasks);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size: bytes } = await stat(path);
      if (name === 'run.log') return { place: -1, attempt: 0, file: { path, bytes } };
      const [, place, attempt] = /^(\d+)-.*\.(\d+)\.log$/.exec(name) ?? [];
      const task = ids[Number(place)];
      if (task === undefined) return undefined;
      const file = { task, attempt: Number(attempt), path, bytes };
      return { place: Number(place), attempt: Number(attempt), file };
    }),
  );
  return files
    .filter((file) => file !== undefined)
    .sort((a, b) => a.place - b.place || a.attempt - b.attempt)
    .map(({ file }) => file);
}
