import { describe, expect, test } from 'vitest';
import type { Pipeline } from '../../spec/pipeline.ts';
import { readPipeline } from '../../spec/read-pipeline.ts';
import { completed, exampleFile } from './example-file.ts';

type Outside = { set?: Record<string, string>; env?: Record<string, string> };

function read(text: string, outside: Outside = {}): Pipeline {
  const { pipeline, diagnostics } = readPipeline({ file: 'p.yaml', text, ...outside });
  expect(diagnostics).toEqual([]);
  if (pipeline === undefined) throw new Error('no pipeline and no diagnostics');
  return pipeline;
}

function trainOptions(options: string, head: string, outside: Outside = {}) {
  const text = completed(`${head}
steps:
  prepare: {uses: preprocess, with: {data: emoji, image: {}}}
  train: {uses: train, with: {dataset: prepare, method: u2a, ${options}}}
`);
  const pipeline = read(text, outside);
  const step = pipeline.steps[1];
  if (step?.uses !== 'train') throw new Error('the second step is not a train step');
  return pipeline.resolveWith(step, {});
}

describe('a pipeline', () => {
  const pipeline = read(exampleFile);

  test('has its steps in the order of the file, with queues by operation', () => {
    expect(pipeline.steps.map(({ name, uses, queue }) => [name, uses, queue])).toEqual([
      ['prepare', 'preprocess', 'cpu'],
      ['train', 'train', 'gpu'],
      ['evaluate', 'evaluate', 'gpu'],
    ]);
  });

  test('has the values of each axis, seeds filled in', () => {
    expect(pipeline.steps[1]?.matrix).toEqual({ method: ['u2a', 'late-zero'], seed: [0, 1] });
  });

  test('resolves the options of a step for a combination, defaults included', () => {
    const step = pipeline.steps[1];
    if (step?.uses !== 'train') throw new Error('the second step is not a train step');
    const options = pipeline.resolveWith(step, { method: 'late-zero', seed: 1 });
    expect(options).toMatchObject({ method: 'late-zero', seed: 1, epochs: 10, lora: { rank: 1, alpha: 1 } });
    expect(options.optimizer).toEqual({
      name: 'adamw',
      lr: 0.001,
      eps: 1e-8,
      weightDecay: 0.02,
      betas: [0.9, 0.999],
    });
    expect(options.schedule.warmupMode).toBe('constant');
  });

  test('knows where a value stands, and that a default stands nowhere', () => {
    expect(pipeline.spanAt('/steps/prepare/with/image/size')).toMatchObject({ line: 12 });
    expect(pipeline.spanAt('/steps/train/with/epochs')).toBeUndefined();
  });

  test('survives JSON: nothing in it but values and functions', () => {
    const plain = JSON.parse(JSON.stringify(pipeline));
    expect(plain.steps).toEqual(pipeline.steps);
  });
});

describe('a reference', () => {
  const cases: [title: string, options: string, head: string, outside: Outside, expected: object][] = [
    ['keeps the type of a parameter', 'epochs: "${{ params.n }}"', 'params: {n: 3}', {}, { epochs: 3 }],
    ['needs no quotes in a flow mapping', 'epochs: ${{ params.n }}', 'params: {n: 3}', {}, { epochs: 3 }],
    [
      'takes the value of --set as YAML',
      'lambda: ${{ params.l }}',
      'params: {l: 1}',
      { set: { l: '1e-1' } },
      { lambda: 0.1 },
    ],
    ['takes a number from the environment', 'epochs: ${{ env.N }}', '', { env: { N: '7' } }, { epochs: 7 }],
    ['falls back to a default', 'epochs: "${{ env.N || 4 }}"', '', {}, { epochs: 4 }],
    [
      'falls back when the variable is empty',
      'epochs: "${{ env.N || 4 }}"',
      '',
      { env: { N: '' } },
      { epochs: 4 },
    ],
    [
      'prefers the variable to the default',
      'epochs: "${{ env.N || 4 }}"',
      '',
      { env: { N: '5' } },
      { epochs: 5 },
    ],
    [
      'may give a parameter its value',
      'epochs: ${{ params.n }}',
      'params: {n: "${{ env.N || 6 }}"}',
      {},
      { epochs: 6 },
    ],
  ];

  test.each(cases)('%s', (_, options, head, outside, expected) => {
    expect(trainOptions(options, head, outside)).toMatchObject(expected);
  });

  test('inside a longer text becomes text', () => {
    const text = completed(
      'params: {rate: 0.5, who: me}\nabout: "${{ params.who }} at ${{ params.rate }}"\n',
    );
    expect(read(text).about).toBe('me at 0.5');
  });

  test('two of them unknown in one text are two problems', () => {
    const text = completed('about: "${{ params.a }} and ${{ params.b }}"\n');
    expect(readPipeline({ file: 'p.yaml', text }).diagnostics.map(({ code }) => code)).toEqual([
      'LAC1203',
      'LAC1203',
    ]);
  });
});

describe('YAML', () => {
  test('may repeat a value by an alias', () => {
    const text = completed('params: {a: &size 32, b: *size}\nabout: "${{ params.b }} pixels"\n');
    expect(read(text).about).toBe('32 pixels');
  });

  test('may begin with a byte order mark', () => {
    expect(read(`\uFEFF${exampleFile}`).name).toBe('example');
  });

  test('reads 1e-4 as a number and "no" as text', () => {
    expect(read(completed('params: {rate: 1e-4}\nabout: no\n')).about).toBe('no');
    expect(trainOptions('lambda: 1e-4', '')).toMatchObject({ lambda: 0.0001 });
  });
});

describe('a matrix', () => {
  const matrix = (rates: string, seeds = '0, 1') =>
    completed(`seeds: [${seeds}]
steps:
  prepare: {uses: preprocess, with: {data: emoji, image: {}}}
  train:
    uses: train
    matrix: {rate: [${rates}], seed: "\${{ seeds }}"}
    with: {dataset: prepare, method: u2a, lambda: "\${{ matrix.rate }}", seed: "\${{ matrix.seed }}"}
  evaluate: {uses: evaluate, with: {model: train}}
tables:
  main: {from: evaluate, rows: rate, columns: [complete]}
`);

  test('is checked with each value of each axis, and every wrong one is named', () => {
    const { diagnostics } = readPipeline({ file: 'p.yaml', text: matrix('0.1, -1, 0.2, -2') });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: 'LAC1105',
      notes: ['${{ matrix.rate }} is -1', '${{ matrix.rate }} is -2'],
    });
  });

  test('of 100 x 100 reads and resolves well under 1.5 s', () => {
    const list = (scale: number) => Array.from({ length: 100 }, (_, index) => index / scale).join(', ');
    const text = matrix(list(1000), list(1));
    const start = performance.now();
    const pipeline = read(text);
    const step = pipeline.steps[1];
    if (step?.uses !== 'train') throw new Error('the second step is not a train step');
    const { rate = [], seed = [] } = step.matrix;
    const options = rate.flatMap((one) =>
      seed.map((other) => pipeline.resolveWith(step, { rate: one, seed: other })),
    );
    const elapsed = performance.now() - start;
    expect(options).toHaveLength(10_000);
    expect(options.at(-1)).toMatchObject({ lambda: 0.099, seed: 99 });
    expect(elapsed).toBeLessThan(1500);
  });
});

describe('hostile text ends soon', () => {
  const cases: [title: string, text: string][] = [
    ['300,000 opened lists', `a: ${'['.repeat(300_000)}`],
    ['400,000 nested block lists', '- '.repeat(400_000)],
    ['200,000 aliases', `a: &a 1\nb: [${'*a,'.repeat(200_000)}]`],
    ['300,000 opened references', `about: "${'${{'.repeat(300_000)}"`],
    [
      '60,000 wrong steps',
      `steps:\n${Array.from({ length: 60_000 }, (_, index) => `  s${index}: 1\n`).join('')}`,
    ],
    ['an anchor inside itself', 'a: &a {b: *a}\n'],
    ['a key of prototypes', '__proto__: {x: 1}\nconstructor: 1\nsteps: {toString: {uses: train}}\n'],
  ];
  test.each(cases)(
    '%s',
    (_, text) => {
      const { pipeline, diagnostics } = readPipeline({ file: 'p.yaml', text });
      expect(pipeline).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
    },
    20_000,
  );
});
