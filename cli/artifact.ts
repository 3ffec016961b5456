import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Digest } from '../plan/digest.ts';
import type { Store } from '../store/store.ts';

/** Lays an artifact's verified files into a temporary folder for as long as `use` takes. */
export async function withArtifact<Result>(
  store: Store,
  artifact: Digest,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = await mkdtemp(join(tmpdir(), 'lacuna-artifact-'));
  try {
    const folder = join(parent, 'files');
    await store.materialise(artifact, folder);
    return await use(folder);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
