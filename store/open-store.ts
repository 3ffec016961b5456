import type { Damage } from './blobs.ts';
import { openLocalStore } from './local-store.ts';
import type { Store } from './store.ts';

/** Where a store is, and what a process needs to reach it besides secrets, which stay in its environment. */
export interface StorePlace {
  /** A folder, or `s3://BUCKET/PREFIX`. */
  readonly location: string;
  /** Folder of this machine for attempts, logs, copies and the private server; of a store in a folder, that folder. */
  readonly workDirectory: string;
}

/** Opens a store. `onDamage` hears of everything that was set aside because its bytes are not what its name says. */
export function openStore(
  { location }: StorePlace,
  onDamage: (damage: Damage) => void = () => {},
): Promise<Store> {
  return openLocalStore(location, { onDamage });
}
