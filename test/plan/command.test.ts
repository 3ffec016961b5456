import { describe, expect, test } from 'vitest';
import type { Key } from '../../plan/digest.ts';
import { example, keyAll, planOf } from './planning.ts';

/** The example with a program that reads samples and models, another that reads what the first made, and their scores. */
const withCommands = example.replace(
  'tables:\n',
  `  torch:
    uses: command
    matrix: { lr: [0.1, 0.01] }
    checkpoint: { minutes: 1 }
    with:
      run: [python3, train.py, --lr, '\${{ matrix.lr }}', --amp, true, '; rm -rf /']
      code: [train.py, lib]
      inputs: { samples: prepare, model: train }
      params: { epochs: '\${{ params.epochs }}', name: "two\\nlines" }
      environment: [WANDB_MODE, AB]
      scores: { metrics: [accuracy] }
  summary: { uses: command, with: { run: [./sum.sh], inputs: { torch: torch } } }
tables:
  beside:
    over: [seed]
    rows:
      - { label: U2A, from: evaluate, where: { method: u2a } }
      - { label: Torch, from: torch, where: { method: u2a, lr: 0.1 } }
    columns: [complete]
`,
);

const plan = planOf(withCommands);
const tasksOf = (step: string) => plan.tasks.filter((task) => task.step === step);

describe('a command step', () => {
  test('runs once per combination of its own axes and those of what it reads', () => {
    expect(tasksOf('torch').map(({ id }) => id)).toContain('torch[lr=0.01,method=late-zero,seed=1]');
    expect(tasksOf('torch')).toHaveLength(2 * 2 * 2);
    expect(tasksOf('summary').map(({ axes }) => axes)).toEqual(tasksOf('torch').map(({ axes }) => axes));
  });

  test('is given texts as arguments, and everything else by digest', () => {
    const task = tasksOf('torch').find(({ id }) => id === 'torch[lr=0.1,method=u2a,seed=1]');
    expect(task).toMatchObject({
      operation: 'command',
      queue: 'cpu',
      checkpoint: { minutes: 1 },
      params: {
        run: ['python3', 'train.py', '--lr', '0.1', '--amp', 'true', '; rm -rf /'],
        params: { epochs: 3, name: 'two\nlines' },
        environment: ['AB', 'WANDB_MODE'],
        scores: { cells: ['complete'], metrics: ['accuracy'], split: 'test' },
      },
      inputs: [
        { role: 'input.samples', task: 'prepare' },
        { role: 'input.model', task: 'train[method=u2a,seed=1]' },
        { role: 'code', source: '["lib","train.py"]' },
      ],
    });
    expect(Object.keys(task?.params ?? {}).sort()).toEqual(['environment', 'params', 'run', 'scores']);
  });

  test('without code reads none', () => {
    expect(tasksOf('summary')[0]?.inputs).toEqual([{ role: 'input.torch', task: tasksOf('torch')[0]?.id }]);
  });

  test('that scores stands in a table beside an evaluation', () => {
    const table = plan.tasks.find(({ step }) => step === 'beside');
    expect(table?.inputs.map((input) => 'task' in input && input.task)).toEqual([
      'evaluate[method=u2a,seed=0]',
      'evaluate[method=u2a,seed=1]',
      'torch[lr=0.1,method=u2a,seed=0]',
      'torch[lr=0.1,method=u2a,seed=1]',
    ]);
  });
});

describe('the key of a command', () => {
  const keysOf = async (text: string): Promise<readonly Key[]> =>
    [...(await keyAll(planOf(text)))].flatMap(([id, { key }]) => (id.startsWith('torch') ? [key] : []));

  test.each([
    ['an argument', '--amp, true', '--amp, false'],
    ['a list of code', 'code: [train.py, lib]', 'code: [train.py]'],
    ['the name of an input, which is that of a folder', 'samples: prepare', 'data: prepare'],
    ['what is read', 'samples: prepare', 'samples: drawings'],
    ['a parameter', 'two\\nlines', 'two lines'],
    ['a variable that is passed on', '[WANDB_MODE, AB]', '[WANDB_MODE]'],
    ['what is reported', 'metrics: [accuracy]', 'metrics: [accuracy, ece]'],
    ['whether it reports', '\n      scores: { metrics: [accuracy] }', ''],
  ])('changes with %s', async (_, before, after) => {
    const changed = withCommands.replace(before, after).replace(/tables:\n[\s\S]*/, '');
    expect(changed).not.toContain(before);
    const keys = new Set(await keysOf(withCommands));
    expect((await keysOf(changed)).filter((key) => keys.has(key))).toEqual([]);
  });

  test.each([
    ['the order of code', '[train.py, lib]', '[lib, train.py]'],
    ['the order of variables', '[WANDB_MODE, AB]', '[AB, WANDB_MODE]'],
    ['the order of inputs', '{ samples: prepare, model: train }', '{ model: train, samples: prepare }'],
    ['how often it saves its state', 'minutes: 1', 'minutes: 2, steps: 5'],
    ['its queue', 'matrix: { lr: [0.1, 0.01] }', 'matrix: { lr: [0.1, 0.01] }\n    queue: gpu'],
    ['what it is for', 'matrix: { lr: [0.1, 0.01] }', 'matrix: { lr: [0.1, 0.01] }\n    about: Nothing.'],
  ])('does not change with %s', async (_, before, after) => {
    expect(withCommands).toContain(before);
    expect(await keysOf(withCommands.replace(before, after))).toEqual(await keysOf(withCommands));
  });
});
