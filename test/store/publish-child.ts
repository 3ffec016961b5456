import { openLocalStore } from '../../store/local-store.ts';
import { requestOf } from './sample.ts';

/*
 * Publishes a folder and, after it, a run record: `publish-child.ts STORE FOLDER RUN`. LACUNA_FAULT makes it
 * die on the way.
 */
const [, , location = '', folder = '', run = ''] = process.argv;
const store = await openLocalStore(location);
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
