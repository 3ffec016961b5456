import { join } from 'node:path';
import type { StorePlace } from '../store/open-store.ts';
import { existingBundle } from './bundle.ts';
import type { Place } from './connect.ts';
import { modulePath, programOf } from './modules.ts';
import { programEnvironment, type Queues } from './slots.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** Where the private server and the workers of a store keep database, locks and logs. */
export function stateDirectory({ workDirectory }: Pick<StorePlace, 'workDirectory'>): string {
  return join(workDirectory, 'temporal');
}

export interface WorkerDescription extends Pick<WorkerSettings, 'store' | 'versions'> {
  readonly place: Place;
  readonly queues: Queues;
  /** Other parts than Lacuna's own. For tests. */
  readonly parts?: Partial<Pick<WorkerSettings, 'parts' | 'program' | 'bundle'>> | undefined;
}

/** Everything that a worker process of Lacuna is told, whoever starts it. */
export function describeWorker({ place, store, versions, queues, parts }: WorkerDescription): WorkerSettings {
  const bundle = parts?.bundle ?? existingBundle();
  const { address, namespace, connection } = place;
  return {
    place: { address, namespace, connection },
    store,
    versions,
    queues,
    parts: parts?.parts ?? modulePath('activities/default-parts'),
    program: parts?.program ?? programOf(modulePath('train/child'), programEnvironment(queues)),
    log: join(stateDirectory(store), 'worker.log'),
    ...(bundle !== undefined && { bundle }),
  };
}
