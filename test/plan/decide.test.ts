import { describe, expect, test } from 'vitest';
import { decide } from '../../plan/decide.ts';
import type { Digest, Key } from '../../plan/digest.ts';
import type { Decision, TaskId } from '../../plan/plan.ts';
import { keyOf } from '../../store/hash.ts';
import { bytesOf, example, keyAll, planOf, readValid } from './planning.ts';

/** Decisions for a changed file, where everything of the file before it is in the store. */
async function decideAfter(before: string, after: string): Promise<ReadonlyMap<TaskId, Decision>> {
  const done = await keyAll(planOf(before));
  const stored = new Set([...done.values()].map(({ key }) => key));
  const pipeline = readValid(after);
  return decide(planOf(after), {
    keyOf,
    lookup: async (keys) =>
      new Map<Key, { digest: Digest }>(
        keys.filter((key) => stored.has(key)).map((key) => [key, { digest: bytesOf(key) }]),
      ),
    history: new Map([...done].map(([id, { record }]) => [id, record])),
    spanOf: (task, path) => pipeline.spanAt(`/steps/${task.step}/with/${path.replaceAll('.', '/')}`),
  });
}

const actions = (decisions: ReadonlyMap<TaskId, Decision>) =>
  Object.fromEntries([...decisions].map(([id, { action }]) => [id.replace(/\[.*/, ''), action]));

describe('deciding', () => {
  test('what reads bytes that are not there is deferred and says why, all else is not touched by it', async () => {
    const plan = planOf(example);
    const tasks = plan.tasks.map((task) =>
      task.id === 'prepare'
        ? { ...task, inputs: [{ role: 'data', source: 'google', absent: 'there is no folder ./data' }] }
        : task,
    );
    const decisions = await decide(
      { ...plan, tasks },
      { keyOf, lookup: async () => new Map(), history: new Map(), spanOf: () => undefined },
    );
    expect(decisions.get('prepare')).toMatchObject({
      action: 'deferred',
      reason: 'google: not there',
    });
    expect(decisions.get('drawings')?.action).toBe('execute');
    expect(decisions.get('train[method=u2a,seed=0]')?.action).toBe('deferred');
  });

  test('a first run executes what is ready and defers what follows', async () => {
    const decisions = await decide(planOf(example), {
      keyOf,
      lookup: async () => new Map(),
      history: new Map(),
      spanOf: () => undefined,
    });
    expect(actions(decisions)).toEqual({
      prepare: 'execute',
      drawings: 'execute',
      pretrain: 'deferred',
      train: 'deferred',
      'evaluate/features': 'deferred',
      evaluate: 'deferred',
      robustness: 'deferred',
    });
    expect(decisions.get('prepare')?.reason).toBe('never run');
    expect(decisions.get('pretrain')?.reason).toBe('follows drawings');
  });

  test('nothing changed: everything is reused', async () => {
    expect(new Set(Object.values(actions(await decideAfter(example, example))))).toEqual(new Set(['reuse']));
  });

  test('a changed value is named with its line, and only its branch runs', async () => {
    const decisions = await decideAfter(example, example.replace('epochs: 3', 'epochs: 4'));
    expect(actions(decisions)).toEqual({
      prepare: 'reuse',
      drawings: 'reuse',
      pretrain: 'reuse',
      train: 'execute',
      'evaluate/features': 'deferred',
      evaluate: 'deferred',
      robustness: 'deferred',
    });
    const line = example.split('\n').findIndex((text) => text.includes('params.epochs')) + 1;
    expect(decisions.get('train[method=u2a,seed=0]')?.reason).toBe(`with.epochs 3 -> 4 (line ${line})`);
  });

  test('a value that was a default and is now written is named with both values', async () => {
    const decisions = await decideAfter(
      example,
      example.replace('dataset: prepare\n', 'dataset: prepare\n      lora: { rank: 4 }\n'),
    );
    expect(decisions.get('train[method=u2a,seed=0]')?.reason).toMatch(
      /^with\.lora\.rank 1 -> 4 \(line \d+\)$/,
    );
  });

  test('a result that vanished from the store is made again, and says so', async () => {
    const done = await keyAll(planOf(example));
    const decisions = await decide(planOf(example), {
      keyOf,
      lookup: async () => new Map(),
      history: new Map([...done].map(([id, { record }]) => [id, record])),
      spanOf: () => undefined,
    });
    expect(decisions.get('prepare')?.reason).toBe('result is not in the store');
  });
});
