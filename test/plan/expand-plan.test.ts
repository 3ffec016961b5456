import { describe, expect, test } from 'vitest';
import { example, planOf } from './planning.ts';

const clipVit = { architecture: 'clip-vit', outputNorm: 'post', classToken: 'first' };

describe('expanding a pipeline', () => {
  const plan = planOf(example);
  const task = (id: string) => plan.tasks.find((one) => one.id === id);

  test('multiplies matrices out and lets steps that read a matrix step take over its axes', () => {
    expect(plan.tasks.map(({ id }) => id)).toEqual([
      'prepare',
      'drawings',
      'pretrain',
      'train[method=u2a,seed=0]',
      'train[method=u2a,seed=1]',
      'train[method=late-zero,seed=0]',
      'train[method=late-zero,seed=1]',
      'evaluate/features[method=u2a,seed=0]',
      'evaluate/features[method=u2a,seed=1]',
      'evaluate/features[method=late-zero,seed=0]',
      'evaluate/features[method=late-zero,seed=1]',
      'evaluate[method=u2a,seed=0]',
      'evaluate[method=u2a,seed=1]',
      'evaluate[method=late-zero,seed=0]',
      'evaluate[method=late-zero,seed=1]',
      'robustness',
    ]);
  });

  test('each task comes after everything that it reads', () => {
    const seen = new Set<string>();
    for (const { id, inputs } of plan.tasks) {
      for (const input of inputs) if ('task' in input) expect(seen).toContain(input.task);
      seen.add(id);
    }
  });

  test('an extraction reads the model, and the data set and encoders that the model was trained from', () => {
    const roles = task('evaluate/features[method=u2a,seed=1]')?.inputs.map((input) => [
      input.role,
      'task' in input ? input.task : input.source,
    ]);
    expect(roles).toEqual([
      ['model', 'train[method=u2a,seed=1]'],
      ['dataset', 'prepare'],
      ['encoder.image', 'pretrain'],
      ['encoder.text', './minilm'],
    ]);
  });

  test('an evaluation reads what its model says of each sample, and nothing else', () => {
    expect(task('evaluate[method=u2a,seed=1]')?.inputs).toEqual([
      { role: 'features', task: 'evaluate/features[method=u2a,seed=1]' },
    ]);
  });

  test('evaluations of one model on one split share what it says of each sample', () => {
    const twice = planOf(
      example.replace(
        'tables:',
        '  sweep:\n    uses: evaluate\n    with: { model: train, grid: [{ available: { text: [0, 50] } }] }\ntables:',
      ),
    );
    const [one] = twice.tasks.find(({ id }) => id === 'evaluate[method=u2a,seed=1]')?.inputs ?? [];
    expect(twice.tasks.find(({ id }) => id === 'sweep[method=u2a,seed=1]')?.inputs).toEqual([one]);
    expect(twice.tasks.filter(({ operation }) => operation === 'extract')).toHaveLength(4);
  });

  test('params hold every default and no name of a step, a data set or a folder', () => {
    const params = task('train[method=u2a,seed=0]')?.params;
    expect(params).toMatchObject({ epochs: 3, lambda: 0.2, lora: { rank: 1, alpha: 1, dropout: 0.1 } });
    const text = JSON.stringify(plan.tasks.map((one) => one.params));
    for (const name of ['prepare', 'minilm', 'dataset', 'pretrain']) expect(text).not.toContain(name);
  });

  test('a modality that the data set lacks gets no encoder', () => {
    const imageOnly = planOf(
      example
        .replace(", text: { vocabulary: './minilm', maxLength: 24 }", '')
        .replace('[complete, only-image, only-text]', '[complete]'),
    );
    const train = imageOnly.tasks.find(({ step }) => step === 'train');
    expect(train?.inputs.map(({ role }) => role)).toEqual(['dataset', 'encoder.image']);
    expect(train?.params['encoders']).toEqual({ image: clipVit });
  });

  test('how an encoder is read reaches training and extraction, where it comes from does not', () => {
    const read = planOf(example.replace('clip-vit, from', 'clip-vit, outputNorm: none, from')).tasks;
    for (const step of ['train', 'evaluate/features']) {
      const task = read.find((each) => each.step === step);
      expect(task?.params['encoders']).toMatchObject({ image: { ...clipVit, outputNorm: 'none' } });
    }
  });

  test('--set replaces a param in every task that refers to it', () => {
    const tasks = planOf(example, { epochs: '7' }).tasks.filter(({ step }) => step === 'train');
    expect(tasks.map(({ params }) => params['epochs'])).toEqual([7, 7, 7, 7]);
  });

  test('needs puts a step after another without reading it', () => {
    const waiting = planOf(example.replace('uses: pretrain', 'uses: pretrain\n    needs: [prepare]'));
    expect(waiting.tasks.find(({ step }) => step === 'pretrain')?.after).toEqual(['prepare']);
  });

  test('axes of a read step and of the own matrix join on equal names', () => {
    const seeded = example.replace(
      '    with: { dataset: drawings,',
      "    matrix: { seed: '${{ seeds }}' }\n    with: { seed: '${{ matrix.seed }}', dataset: drawings,",
    );
    const train = planOf(seeded).tasks.filter(({ step }) => step === 'train');
    expect(train).toHaveLength(4);
    const encoder = train
      .find(({ axes }) => axes['seed'] === 1)
      ?.inputs.find(({ role }) => role === 'encoder.image');
    expect(encoder).toEqual({ role: 'encoder.image', task: 'pretrain[seed=1]' });
  });
});
