import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyFromText } from '../replay/history-json.ts';
import { removeBundle, sharedBundle } from './rig.ts';

afterAll(removeBundle);

const replays = new URL('../replay/', import.meta.url);
const recorded = readdirSync(replays).filter((name) => name.endsWith('.json'));

function replay(codePath: string, text: string): Promise<void> {
  return Worker.runReplayHistory(
    { workflowBundle: { codePath } },
    historyFromText(text),
    'lacuna-puppets-replay',
  );
}

beforeAll(() => {
  // A replay that fails on purpose is logged as a warning by the native library.
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => {}),
    telemetryOptions: { logging: { filter } },
  });
});

test('the workflow bundle builds and holds no code that reads disk, clock or environment', async () => {
  const code = await readFile(await sharedBundle(), 'utf8');
  expect(code).toContain('./plan/schedule.ts');
  for (const room of ['store', 'activities/create', 'diagnostics', 'engine'])
    expect(code).not.toContain(`./${room}`);
});

test('histories were recorded', () => {
  expect(recorded).toEqual(expect.arrayContaining(['interpret-1-0.json', 'interpret-1-1.json']));
  const signals = recorded.flatMap((name) =>
    [...readFileSync(new URL(name, replays), 'utf8').matchAll(/"signalName": "([a-z-]+)"/g)].map(
      ([, signal]) => signal,
    ),
  );
  expect(new Set(signals)).toEqual(new Set(['pause', 'prioritise', 'retry', 'resume']));
});

test.each(recorded)('the run recorded in %s replays with the interpreter of today', async (name) => {
  const text = readFileSync(new URL(name, replays), 'utf8');
  await expect(replay(await sharedBundle(), text)).resolves.toBeUndefined();
});

test('an attempt that was given back before that was no failure keeps to what its run did then', async () => {
  // The marker is what tells the interpreter that the run began with it.
  const name = recorded.find((one) => readFileSync(new URL(one, replays), 'utf8').includes('core_patch'));
  const text = readFileSync(new URL(name ?? expect.unreachable(), replays), 'utf8');
  await expect(replay(await sharedBundle(), text.replaceAll('core_patch', 'core_other'))).rejects.toThrow();
});

test('a run that scheduled something else is told apart', async () => {
  const text = readFileSync(new URL(recorded[0] ?? expect.unreachable(), replays), 'utf8');
  const changed = text.replace('"name": "execute"', '"name": "perform"');
  expect(changed).not.toBe(text);
  await expect(replay(await sharedBundle(), changed)).rejects.toThrow();
});
