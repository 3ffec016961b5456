import type { Damage } from './blobs.ts';
import { openLocalStore } from './local-store.ts';
import { isS3Location } from './s3-address.ts';
import type { Environment } from './s3-credentials.ts';
import { openS3Store } from './s3-store.ts';
import type { Store } from './store.ts';
import type { StorePlace } from './store-place.ts';

export type { StorePlace } from './store-place.ts';

/**
 * Opens a store. `onDamage` hears of everything that was set aside because its bytes are not what its name says. The
 * secrets of a bucket are in `environment`: each process passes its own, so that nobody hands them on.
 */
export function openStore(
  place: StorePlace,
  environment: Environment,
  onDamage: (damage: Damage) => void = () => {},
): Promise<Store> {
  if (isS3Location(place.location)) return openS3Store(place, environment, onDamage);
  return openLocalStore(place.location, { onDamage });
}
