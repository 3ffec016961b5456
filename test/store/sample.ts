import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Digest } from '../../plan/digest.ts';
import type { KeyRecord } from '../../plan/plan.ts';
import { keyOf } from '../../store/hash.ts';
import type { PublishRequest } from '../../store/store.ts';

/** A new folder that is removed when its block ends. */
export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'lacuna-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export async function writeFiles(
  folder: string,
  files: { readonly [path: string]: string },
): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** All files below a folder, sorted. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

export function recordOf(seed: number): KeyRecord {
  return {
    operation: 'train',
    operationVersion: 1,
    params: { seed },
    inputs: { dataset: [`sha256-${'0'.repeat(64)}` as Digest] },
  };
}

/** A request to publish the files of a folder as the result of `recordOf(seed)`. */
export function requestOf(directory: string, seed = 0, run = 'run-1'): PublishRequest {
  const record = recordOf(seed);
  return {
    key: keyOf(record),
    record,
    directory,
    mediaType: 'application/vnd.lacuna.model',
    summary: { accuracy: 0.5 },
    provenance: {
      run,
      task: `train[seed=${seed}]`,
      finishedAt: '2026-01-01T00:00:00Z',
      seconds: 1,
      versions: { lacuna: '0' },
    },
  };
}
