import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ArtifactStore } from './artifact-store.ts';
import type { Damage } from './blobs.ts';
import { sweepTemporary } from './disk.ts';
import { FolderMedium } from './folder-medium.ts';
import { refusing } from './refusal.ts';
import type { Store } from './store.ts';

const folders = ['blobs', 'entries', 'histories', 'runs', 'quarantine', 'tmp', 'logs'];

/**
 * Opens (or makes) a store in a folder of this machine or of a shared file system, which is also its work folder.
 * `onDamage` hears of everything that was set aside because its bytes are not what its name says.
 */
export async function openLocalStore(
  directory: string,
  { onDamage = () => {} }: { readonly onDamage?: (damage: Damage) => void } = {},
): Promise<Store> {
  const location = resolve(directory);
  await refusing({ location, what: 'open folders' }, async () => {
    await Promise.all(folders.map((folder) => mkdir(join(location, folder), { recursive: true })));
    await sweepTemporary(join(location, 'tmp'));
  });
  return new ArtifactStore(new FolderMedium(location), location, onDamage);
}
