import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { plainName } from '../plan/plain-name.ts';
import { orNothing } from './disk.ts';

/** The logs of one run on this machine. */
export interface RunLogs {
  readonly path: string;
  readonly bytes: number;
  /** Whether their run is gone. */
  readonly goes: boolean;
}

/** Where a run keeps the logs of its tasks, below `logs/` of the work folder. */
export function logFolderOf(run: string): string {
  return plainName(run).slice(0, 120);
}

/** The logs of every run in a work folder; those of runs that are gone go, unless they were written after `since`. */
export async function findLogs(
  workDirectory: string,
  runs: ReadonlySet<string>,
  since: number,
): Promise<readonly RunLogs[]> {
  const kept = new Set([...runs].map(logFolderOf));
  const root = join(workDirectory, 'logs');
  const folders = await readdir(root, { withFileTypes: true }).catch(orNothing([]));
  const logs: RunLogs[] = [];
  for (const folder of folders) {
    if (!folder.isDirectory()) continue;
    const path = join(root, folder.name);
    const { bytes, modifiedAt } = await sizeBelow(path);
    logs.push({ path, bytes, goes: !kept.has(folder.name) && modifiedAt < since });
  }
  return logs;
}

export async function removeLogs(logs: readonly RunLogs[]): Promise<void> {
  for (const { path, goes } of logs) if (goes) await rm(path, { recursive: true, force: true });
}

async function sizeBelow(folder: string): Promise<{ readonly bytes: number; readonly modifiedAt: number }> {
  let [bytes, modifiedAt] = [0, (await stat(folder)).mtimeMs];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(orNothing([]))) {
    if (!entry.isFile()) continue;
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => undefined);
    bytes += found?.size ?? 0;
    modifiedAt = Math.max(modifiedAt, found?.mtimeMs ?? 0);
  }
  return { bytes, modifiedAt };
}
