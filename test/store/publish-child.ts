import { openStore, type StorePlace } from '../../store/open-store.ts';
import { requestOf } from './sample.ts';

/*
 * Publishes a folder and, after it, a run record to the store of a place: `publish-child.ts PLACE FOLDER RUN`.
 * LACUNA_FAULT makes it die on the way.
 */
const [, , place = '', folder = '', run = ''] = process.argv;
const store = await openStore(JSON.parse(place) as StorePlace, process.env);
const entry = await store.publish(requestOf(folder, 0, run));
await store.putRun({
  id: run,
  pipeline: 'sample',
  file: 'sample.yaml',
  plan: entry.digest,
  state: 'done',
  startedAt: '2026-01-01T00:00:00Z',
  host: 'test',
  pid: process.pid,
  versions: {},
  tasks: {},
});
process.stdout.write(JSON.stringify(entry));
