import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { example, keyAll, planOf } from './planning.ts';

/*
 * The promise of the cache: keys change with what can change a result, and with nothing else. Each task is
 * keyed as if its inputs' bytes were a function of their keys, so one wrong key shows in all that follow.
 */
const keysOf = async (text: string): Promise<readonly string[]> =>
  [...(await keyAll(planOf(text))).values()].map(({ key }) => key).sort();

type Tree = unknown;

/** The same tree with the keys of every mapping in an order that `random` decides. */
function reorder(tree: Tree, random: () => number): Tree {
  if (Array.isArray(tree)) return tree.map((item) => reorder(item, random));
  if (typeof tree !== 'object' || tree === null) return tree;
  const entries = Object.entries(tree).map(
    ([name, value]) => [name, reorder(value, random), random()] as const,
  );
  return Object.fromEntries(entries.sort(([, , a], [, , b]) => a - b).map(([name, value]) => [name, value]));
}

const withComments = (text: string, comment: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? `# ${comment}` : `${line} # ${comment}`))
    .join('\n');

describe('keys', () => {
  test('do not depend on the order of keys, on formatting or on comments', async () => {
    const expected = await keysOf(example);
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        fc.stringMatching(/^[a-z ]{0,20}$/),
        async (stream, indent, flow, comment) => {
          const tree = reorder(parse(example), () => stream.next().value);
          const text = stringify(tree, { indent, collectionStyle: flow ? 'flow' : 'block', lineWidth: 0 });
          expect(await keysOf(flow ? text : withComments(text, comment))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('do not depend on the names of steps', async () => {
    const expected = await keysOf(example);
    const names = new Map([
      ['prepare', 'vorbereiten'],
      ['drawings', 'a'],
      ['evaluate', 'zz-score'],
    ]);
    const renamed = example
      .replace('  prepare:', `  ${names.get('prepare')}:`)
      .replace('dataset: prepare', `dataset: ${names.get('prepare')}`)
      .replace('  drawings:', `  ${names.get('drawings')}:`)
      .replace('dataset: drawings', `dataset: ${names.get('drawings')}`)
      .replace('  evaluate:\n    uses', `  ${names.get('evaluate')}:\n    uses`)
      .replace('from: evaluate', `from: ${names.get('evaluate')}`);
    expect(renamed).not.toEqual(example);
    expect(await keysOf(renamed)).toEqual(expected);
  });

  test.each([
    [
      'a training value',
      'epochs: 3',
      'epochs: 4',
      { train: 4, 'evaluate/features': 4, evaluate: 4, robustness: 1 },
    ],
    [
      'a pretraining value',
      'epochs: 2 }',
      'epochs: 5 }',
      { pretrain: 1, train: 4, 'evaluate/features': 4, evaluate: 4, robustness: 1 },
    ],
    [
      'a default written otherwise',
      'dataset: prepare\n',
      'dataset: prepare\n      lambda: 0.3\n',
      { train: 4, 'evaluate/features': 4, evaluate: 4, robustness: 1 },
    ],
    [
      'a value of the evaluation',
      'with: { model: train }',
      'with: { model: train, split: val }',
      { 'evaluate/features': 4, evaluate: 4, robustness: 1 },
    ],
    [
      'the grid of the evaluation, running no model',
      'with: { model: train }',
      'with: { model: train, grid: [{ subsets: all }, { available: { text: [50] } }] }',
      { evaluate: 4, robustness: 1 },
    ],
    ['a value of the table', 'rows: method,', 'rows: method, caption: Robustness,', { robustness: 1 }],
    [
      'the data of one branch',
      'target: subgroup, splits: [train]',
      'target: subgroup, splits: [train, val]',
      { drawings: 1, pretrain: 1, train: 4, 'evaluate/features': 4, evaluate: 4, robustness: 1 },
    ],
    ['a default spelt out', 'dataset: prepare\n', 'dataset: prepare\n      lambda: 0.2\n', {}],
  ])('change exactly downstream of %s', async (_, from, to, expected) => {
    expect(example).toContain(from);
    const before = await keyAll(planOf(example));
    const after = await keyAll(planOf(example.replace(from, to)));
    const known = new Set([...before.values()].map(({ key }) => key));
    const changed: Record<string, number> = {};
    for (const { task, key } of after.values()) {
      if (!known.has(key)) changed[task.step] = (changed[task.step] ?? 0) + 1;
    }
    expect(changed).toEqual(expected);
  });

  test('end the chain where a re-run writes the same bytes', async () => {
    const before = await keyAll(planOf(example));
    const train = [...before.values()].find(({ task }) => task.step === 'train');
    expect(train?.record.inputs['dataset']).toEqual([before.get('prepare')?.artifact]);
  });
});
