import { writeFileSync } from 'node:fs';
import { describeWorker } from '../../engine/describe-worker.ts';
import { startWorkerProcess } from '../../engine/worker-process.ts';
import { puppetParts } from './rig.ts';

/*
 * Stands for `lacuna worker` on a machine of its own that a test may kill, stop or cut off:
 * `worker-child.ts STORE ADDRESS BUNDLE QUEUE NEWS`. Tells in the file NEWS when it works, and at its end how many
 * attempts it gave back.
 */
const [, , store = '', address = '', bundle = '', queue = '', news = ''] = process.argv;
const worker = await startWorkerProcess({
  settings: describeWorker({
    place: { address, namespace: 'default', connection: {} },
    store: { location: store, workDirectory: store },
    versions: {},
    queues: { [queue]: 1 },
    parts: await puppetParts({ bundle }),
  }),
  onMessage: () => {},
  onLost: (failure) => {
    throw failure;
  },
});
writeFileSync(news, `working ${worker.pid}\n`);
process.on('SIGTERM', async () => {
  writeFileSync(news, `gave back ${await worker.stop()}\n`);
  process.exit(0);
});
