import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { startServer } from '../../engine/server.ts';
import { removeBundle, setUp, temporalBinary } from '../workflows/rig.ts';
import { historyToText } from './history-json.ts';

/*
 * Records the histories of one run of today's interpreter: `tsx test/replay/record.ts NAME`. A release adds its
 * own; old ones stay, so that runs under way survive an upgrade.
 */
const [, , name = 'interpret'] = process.argv;
const root = resolve(import.meta.dirname, '../..');
await using rig = await setUp();
const quiet = { onMessage: () => {}, onProcess: () => {}, onLost: () => {} };
const server = await startServer({ ...quiet, binary: temporalBinary, directory: join(rig.folder, 'server') });
try {
  const plan = rig.plan({
    prepare: { operation: 'preprocess', queue: 'cpu' },
    bad: { fails: 'LAC9001' },
    skipped: { reads: ['bad'] },
    train: { reads: ['prepare'], dies: 1 },
    evaluate: { reads: ['train'] },
    table: { reads: ['evaluate', 'prepare'], operation: 'tabulate', queue: 'cpu' },
  });
  await rig.run(plan, { config: { address: server.address }, parts: { continueAfter: 3 } });
  const connection = await Connection.connect({ address: server.address });
  const client = new Client({ connection });
  let place = 0;
  for await (const { workflowId, runId } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const path = new URL(`./${name}-${place++}.json`, import.meta.url);
    // Messages and stack traces name folders of the machine that records; replaying does not read them.
    const text = historyToText(history).replaceAll(root, '/lacuna').replaceAll(rig.folder, '/temporary');
    await writeFile(path, text);
  }
  await connection.close();
} finally {
  await server.stop();
  await removeBundle();
}
