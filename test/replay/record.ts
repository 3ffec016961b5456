import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { reachRun } from '../../engine/reach-run.ts';
import { startServer } from '../../engine/server.ts';
import { pauseRun, prioritiseTasks, resumeRun, retryTasks } from '../../engine/steer-run.ts';
import type { Plan } from '../../plan/plan.ts';
import { quiet, removeBundle, setUp, storePlan, temporalBinary } from '../workflows/rig.ts';
import { historyToText } from './history-json.ts';

/*
 * Records the histories of one run of today's interpreter: `tsx test/replay/record.ts NAME`. A release adds its
 * own; old ones stay, so that runs under way survive an upgrade.
 */
const [, , name = 'interpret'] = process.argv;
const root = resolve(import.meta.dirname, '../..');
await using rig = await setUp();
const server = await startServer({ ...quiet, binary: temporalBinary, directory: join(rig.folder, 'server') });
const gate = join(rig.folder, 'gate');

/** Pauses, resumes, gives another order and tries again what failed, as people do. */
async function steer(plan: Plan): Promise<void> {
  const isFailed = (task: string) =>
    rig.until(() =>
      rig.events.some((event) => event.kind === 'tasks' && event.tasks.get(task)?.state === 'failed'),
    );
  await Promise.all([isFailed('bad'), isFailed('worse')]);
  const reached = await reachRun({
    pipeline: plan.pipeline,
    plan: await storePlan(rig.store, plan),
    file: '',
    store: { workDirectory: rig.store.location },
    config: { address: server.address },
    env: {},
  });
  if (reached.state !== 'live') throw new Error(`the run is not there: ${JSON.stringify(reached)}`);
  await using run = reached.run;
  await pauseRun(run, plan);
  const place = (id: string) => plan.tasks.findIndex((task) => task.id === id);
  await prioritiseTasks(run, plan, [place('table'), place('evaluate')], 1);
  await retryTasks(run, [place('bad')]);
  await resumeRun(run, plan);
  await writeFile(gate, '');
}

try {
  const plan = rig.plan({
    prepare: { operation: 'preprocess', queue: 'cpu' },
    bad: { fails: 'LAC9001', failures: 1 },
    skipped: { reads: ['bad'] },
    worse: { fails: 'LAC9001' },
    never: { reads: ['worse'] },
    gated: { waitsFor: gate },
    'given-back': { fails: 'LAC6018', failures: 1 },
    train: { reads: ['prepare'], dies: 1 },
    evaluate: { reads: ['train'] },
    table: { reads: ['evaluate', 'prepare'], operation: 'tabulate', queue: 'cpu' },
  });
  const running = rig.run(plan, { config: { address: server.address }, parts: { continueAfter: 3 } });
  await steer(plan);
  await running;
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
