import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { descendants, msUntilGone } from './processes.ts';
import { attemptsOf } from './puppet.ts';
import { removeBundle, setUp, sharedBundle, statesOf, storePlan } from './rig.ts';

afterAll(removeBundle);

test('kill -9 of the command leaves no process behind, and the next call goes on', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const plan = rig.plan({ first: {}, train: { reads: ['first'], waitsFor: gate } });
  const args = [
    rig.store.location,
    await storePlan(rig.store, plan),
    JSON.stringify(plan),
    await sharedBundle(),
  ];
  const script = new URL('./run-child.ts', import.meta.url).pathname;
  const changes = watch(rig.folder);
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args, join(rig.folder, 'news')], {
    stdio: 'inherit',
  });
  for await (const { filename } of changes) if (filename === 'news') break;

  const started = descendants(child.pid ?? 0);
  for (const program of ['worker-main', 'puppet-child', 'start-dev']) {
    expect(descendants(child.pid ?? 0, program), program).toHaveLength(1);
  }
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  expect(await msUntilGone(started)).toBeLessThan(5_000);

  await writeFile(gate, '');
  const result = await rig.run(plan);
  expect(statesOf(result)).toMatchObject({ train: 'done' });
  expect(await attemptsOf(rig.marks, 'first')).toHaveLength(1);
  expect(rig.events).toContainEqual({
    kind: 'message',
    text: expect.stringContaining(`process ${child.pid}`),
  });
});
