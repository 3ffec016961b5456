import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpointsIn } from '../../activities/checkpoints.ts';
import type { Progress } from '../../plan/job.ts';
import { keyOf } from '../../store/hash.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { recordOf, temporaryFolder, writeFiles } from '../store/sample.ts';

const key = keyOf(recordOf(0));
const task = { checkpoint: { minutes: 5 } };

test('reports say which state was kept last', async () => {
  await using folder = await temporaryFolder();
  const store = await openLocalStore(join(folder.path, 'store'));
  const reports: Progress[] = [];
  const { report, checkpoints } = checkpointsIn(store, key, task, (progress) => reports.push(progress));
  const progress = { phase: 'train', done: 1, total: 9, unit: 'steps' };
  report(progress);
  await checkpoints?.keep(7, await writeFiles(join(folder.path, 'state'), { a: 'a' }));
  report(progress);
  expect(reports).toEqual([progress, { ...progress, checkpoint: 7 }]);
});

test('a job that began before the state it was given replaces it: the next attempt gets the new one', async () => {
  await using folder = await temporaryFolder();
  const store = await openLocalStore(join(folder.path, 'store'));
  const attempt = () => checkpointsIn(store, key, task, () => undefined).checkpoints;
  const state = await writeFiles(join(folder.path, 'state'), { a: 'a' });
  const old = attempt();
  await old?.keep(80, state);
  await old?.keep(90, state);
  const young = attempt();
  expect(await young?.take(join(folder.path, 'taken'))).toBe(90);
  for (const step of [10, 20, 30]) await young?.keep(step, state);
  expect(await attempt()?.take(join(folder.path, 'taken again'))).toBe(30);
});
