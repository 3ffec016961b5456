import { describe, expect, test } from 'vitest';
import { costOf } from '../../plan/cost.ts';
import type { PreprocessParams, TrainParams } from '../../plan/params.ts';
import type { Plan, Task } from '../../plan/plan.ts';
import { experiments, planOf } from './pipeline-files.ts';
import { all, type PaperRow, paperVector, tableOf } from './u2a.ts';

const parts = experiments.filter((file) => file.startsWith('pipelines/u2a/') && !file.endsWith('/all.yaml'));
const hyperparameters = paperVector('paper-hyperparameters') as { readonly rows: readonly PaperRow[] };

const trainings = ({ tasks }: Plan) => tasks.filter(({ operation }) => operation === 'train');
const paramsOf = (task: Task) => task.params as unknown as TrainParams;

/** The data that a training reads, by the steps of a plan. */
function inputsOf(plan: Plan, training: Task): PreprocessParams {
  const dataset = training.inputs.find(({ role }) => role === 'dataset');
  const made = plan.tasks.find(({ id }) => dataset !== undefined && 'task' in dataset && id === dataset.task);
  return made?.params as unknown as PreprocessParams;
}

/** All that can change a training: equal texts are one run, whatever the steps are called. */
function identityOf(plan: Plan, training: Task): string {
  const encoders = training.inputs.filter(({ role }) => role.startsWith('encoder.'));
  return JSON.stringify([training.params, inputsOf(plan, training), encoders]);
}

const identitiesOf = (plan: Plan) => new Set(trainings(plan).map((task) => identityOf(plan, task)));

function describeRun(plan: Plan, task: Task): string {
  const { method, missing } = paramsOf(task);
  return `${inputsOf(plan, task).data.adapter} ${method} ${missing ? `${missing.scenario}@${missing.rate}` : 'complete'}`;
}

describe('the trainings of the paper', () => {
  const runs = trainings(all).map((task) => describeRun(all, task));
  const seedsOf = (run: string) =>
    trainings(all)
      .filter((task) => describeRun(all, task) === run)
      .map((task) => paramsOf(task).seed);

  test('are one on the complete data of each data set', () => {
    for (const data of ['food101', 'mmimdb', 'kinetics-sound', 'ave', 'crema-d']) {
      expect(seedsOf(`${data} u2a complete`), data).toEqual([0]);
    }
  });

  test('are three seeds of each scenario at 70 % of each of the two image-text data sets', () => {
    for (const data of ['food101', 'mmimdb']) {
      for (const scenario of ['missing-image', 'missing-text', 'missing-both']) {
        expect(seedsOf(`${data} u2a ${scenario}@70`), `${data} ${scenario}`).toEqual([0, 1, 2]);
      }
    }
  });

  test('and one without mask tokens: 24 in all, no two alike', () => {
    expect(seedsOf('mmimdb late-zero complete')).toEqual([0]);
    expect(runs).toHaveLength(5 + 2 * 3 * 3 + 1);
    expect(identitiesOf(all).size).toBe(runs.length);
  });

  test('are the same in every file that needs them, so that no file trains what another has trained', () => {
    const apart = parts.map((file) => ({ file, plan: planOf(file) }));
    const known = identitiesOf(all);
    for (const { file, plan } of apart) {
      expect(
        [...identitiesOf(plan)].filter((identity) => !known.has(identity)),
        file,
      ).toEqual([]);
    }
    expect(new Set(apart.flatMap(({ plan }) => [...identitiesOf(plan)]))).toEqual(known);
  });

  test('have a cost that is known before any data is there', () => {
    const { steps, total } = costOf(all);
    expect(steps.filter(({ petaflop }) => petaflop === undefined)).toEqual([]);
    expect(total.trainings).toBe(24);
    expect(steps.find(({ step }) => step === 'train-kinetics-sound')?.petaflop).toBeCloseTo(1082, 0);
  });

  test('draw who lacks what by the seed of the run, and test all models on the same samples', () => {
    const missing = trainings(all).filter((task) => paramsOf(task).missing);
    expect(missing.filter((task) => paramsOf(task).missing?.maskSeed !== undefined)).toEqual([]);
    const seeds = all.tasks.flatMap(({ operation, params }) =>
      operation === 'evaluate' ? [params['maskSeed']] : [],
    );
    expect(new Set(seeds)).toEqual(new Set([0]));
  });
});

/** The options of one column of Table 5 by the paper's names. */
const options: { readonly [name: string]: (params: TrainParams) => unknown } = {
  'Learning Rate': ({ optimizer }) => optimizer.lr,
  Scheduler: ({ schedule }) => schedule.name,
  Power: ({ schedule }) => schedule.power,
  'Num Epochs': ({ epochs }) => epochs,
  'Warmup Epochs': ({ schedule }) => schedule.warmupEpochs,
  Optimizer: ({ optimizer }) => optimizer.name,
  Epsilon: ({ optimizer }) => optimizer.eps,
  'Weight Decay': ({ optimizer }) => optimizer.weightDecay,
  Lambda: ({ lambda }) => lambda,
  'LoRA Rank': ({ lora }) => lora.rank,
  'LoRA Alpha': ({ lora }) => lora.alpha,
  'LoRA Dropout': ({ lora }) => lora.dropout,
  'Batch Size': ({ batchSize }) => batchSize,
};
const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

describe('Table 5', () => {
  const printed = (name: string) => hyperparameters.rows.find((row) => row['name'] === name);

  test.each(Object.entries(options))('%s is the paper’s in every training', (name, optionOf) => {
    expect(printed(name), name).toBeDefined();
    for (const task of trainings(all)) {
      const column = inputsOf(all, task).audio ? 'audio_video' : 'image_text';
      expect(lower(optionOf(paramsOf(task))), task.id).toBe(lower(printed(name)?.[column]));
    }
  });

  test('samples become inputs of the paper’s sizes', () => {
    for (const task of trainings(all)) {
      const { image, audio, video } = inputsOf(all, task);
      expect(image?.size ?? video?.size).toBe(224);
      if (audio === undefined) continue;
      expect([audio.bins, `${audio.frames} frames`, video?.frames]).toEqual(
        ['Frequency Bins', 'Maximum Length', 'Frames Per Video'].map(
          (name) => printed(name)?.['audio_video'],
        ),
      );
    }
  });

  test('shows the resolved options and nothing that was typed', () => {
    const { cells, rows, columns } = tableOf('table-5');
    expect(columns.map(({ name }) => name)).toEqual(['image-text', 'audio-video']);
    // A dash stands for what a training has no use for: the sound of pictures, the text of videos.
    expect(cells.flat().filter(({ kind }) => kind !== 'text' && kind !== 'none')).toEqual([]);
    expect(cells.flat().filter(({ kind }) => kind === 'none')).toHaveLength(6);
    const shown = (name: string) =>
      cells[rows.findIndex((row) => row.name === name)]?.map((cell) =>
        cell.kind === 'text' ? cell.text : '',
      );
    expect(shown('Learning rate')?.map(Number)).toEqual([1e-3, 5e-5]);
    expect(shown('Batch size')?.map(Number)).toEqual([8, 4]);
    expect(shown('Epochs')?.map(Number)).toEqual([10, 100]);
    expect(shown('Image resolution')).toEqual(['224', '224']);
    expect(shown('Text length')).toEqual(['40', '']);
  });
});
