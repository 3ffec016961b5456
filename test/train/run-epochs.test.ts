import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../diagnostics/failure.ts';
import { tf } from '../../model/backend.ts';
import type { JobContext } from '../../plan/job.ts';
import type { Optimizer } from '../../schemas/generated/resolved.ts';
import { readTensor } from '../../tensor/safetensors.ts';
import { AdamW, type Parameters } from '../../train/adamw.ts';
import type { ComputeStep, Finished, Run, StepPosition } from '../../train/run.ts';
import { runEpochs } from '../../train/run-epochs.ts';
import type { Validation } from '../../train/validation.ts';
import { keeper } from './keepers.ts';
import { bytesOf, readLog, tinyParams, type Workplace, workplace } from './tiny.ts';

/*
 * A run over a model of two numbers, whose losses and gradients a test writes down itself.
 */
const optimizer: Optimizer = { name: 'adamw', lr: 0.1, eps: 1e-8, weightDecay: 0, betas: [0.9, 0.999] };
const schedule = { ...tinyParams.schedule, name: 'constant' } as const;

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place[Symbol.dispose]());

interface Trial {
  readonly output: string;
  readonly logs: string;
  readonly parameters: number[];
  readonly finished?: Finished;
  readonly error?: { readonly code: string; readonly message: string };
  readonly seen: readonly StepPosition[];
}

interface Attempt {
  readonly run?: Partial<Run>;
  readonly lossAt?: (step: number) => number;
  readonly gradientAt?: (step: number) => number;
  readonly validation?: Pick<Validation, 'select' | 'patience'>;
  /** Metric after each epoch. */
  readonly metrics?: readonly number[];
  readonly keepsLogs?: boolean;
  /** Number of parameters, all of them equal. */
  readonly size?: number;
  readonly context?: JobContext;
  /** Called before the validation split is measured. */
  readonly onMeasure?: () => void;
}

/** Ten samples in batches of four: three steps per epoch. */
async function attempt(options: Attempt): Promise<Trial> {
  const { lossAt = () => 1, gradientAt = () => 1, metrics = [], keepsLogs = true, size = 2 } = options;
  const { context = { report: () => undefined, signal: new AbortController().signal } } = options;
  const output = place.folder('output');
  const logs = join(place.folder('logs'), 'made-when-needed');
  const seen: StepPosition[] = [];
  const measured: number[] = [];
  const compute: ComputeStep = (_, at) => {
    seen.push(at);
    return { values: { loss: lossAt(at.step) }, gradients: { w: tf.fill([size], gradientAt(at.step)) } };
  };
  const measure = async (): Promise<number> => {
    options.onMeasure?.();
    context.signal.throwIfAborted();
    measured.push(measured.length);
    return metrics[measured.length - 1] ?? 0;
  };
  const validation = options.validation && {
    metric: 'accuracy',
    measure,
    scratchDirectory: place.folder('scratch'),
    ...options.validation,
  };
  const run: Run = {
    operation: 'train',
    seed: 0,
    epochs: 3,
    batchSize: 4,
    rows: Array.from({ length: 10 }, (_, row) => row),
    optimizer,
    schedule,
    logFile: join(output, 'log.ndjson'),
    nameOf: (row) => `s${row}`,
    scratchDirectory: place.folder('states'),
    ...(keepsLogs && { logDirectory: logs }),
    ...(validation && { validation }),
    ...options.run,
  };
  const adamw = new AdamW({ w: tf.zeros([size]) }, optimizer);
  const outcome = await runEpochs(run, adamw, compute, context).then(
    (finished) => ({ finished }),
    (error: Trial['error'] & object) => ({ error }),
  );
  const parameters = [...((adamw.parameters as Parameters)['w']?.dataSync().slice(-2) ?? [])];
  adamw.dispose();
  return { output, logs, parameters, seen, ...outcome };
}

/** Where AdamW is after some steps of a constant gradient: it moves by the learning rate each time. */
const movedBy = (steps: number) => expect.closeTo(-0.1 * steps, 5);

async function savedIn({ logs }: Trial): Promise<number[]> {
  const { data } = await readTensor(join(logs, 'checkpoint.safetensors'), 'w');
  return [...data.slice(-2)];
}

describe('a run that goes wrong', () => {
  it.each([
    [
      'a loss that is NaN',
      { lossAt: (step: number) => (step === 4 ? Number.NaN : 1) },
      'LAC4201',
      /the loss is NaN/,
      3,
    ],
    [
      'a loss that explodes',
      { lossAt: (step: number) => (step === 4 ? 1001 : 1) },
      'LAC4220',
      /loss is 1001.*1000.*before, 1;/,
      3,
    ],
    [
      'a gradient that is infinite',
      { gradientAt: (step: number) => (step === 4 ? Number.POSITIVE_INFINITY : 1) },
      'LAC4201',
      /norm of the gradient is (Infinity|NaN)/,
      4,
    ],
  ])('with %s stops and keeps the values that were last in order', async (_, options, code, words, good) => {
    const trial = await attempt(options);
    expect(trial.error).toMatchObject({ code, message: expect.stringMatching(words) });
    const names = trial.seen
      .at(-1)
      ?.rows.map((row) => `s${row}`)
      .join(', ');
    expect(trial.error?.message).toContain(`step 4 of epoch 1`);
    expect(trial.error?.message).toContain(`learning rate 0.1, samples of the batch: ${names};`);
    expect(trial.error?.message).toContain(
      `those before step ${good}, are in ${trial.logs}/checkpoint.safetensors`,
    );
    expect(await savedIn(trial)).toEqual([movedBy(good), movedBy(good)]);
    expect(trial.seen).toHaveLength(5);
    expect(readLog(trial.output)).toHaveLength(4);
  });

  it('in its first step has nothing to keep', async () => {
    const trial = await attempt({ lossAt: () => Number.NaN });
    expect(trial.error?.message).toMatch(
      /nothing was kept, for no step of this attempt before it was in order$/,
    );
    expect(existsSync(join(trial.logs, 'checkpoint.safetensors'))).toBe(false);
  });

  it('without a folder for logs says that nothing was kept', async () => {
    const trial = await attempt({ lossAt: (step) => (step === 1 ? Number.NaN : 1), keepsLogs: false });
    expect(trial.error?.message).toMatch(/nothing of this run was kept$/);
  });

  it('of a model too large to keep twice in memory has the end of the epoch before', async () => {
    const lossAt = (step: number) => (step === 2 ? Number.NaN : 1);
    const trial = await attempt({ lossAt, size: 2 ** 24 + 1, run: { rows: [0] } });
    expect(trial.error?.message).toContain('those before step 1, are in');
    expect(await savedIn(trial)).toEqual([movedBy(1), movedBy(1)]);
  }, 60_000);

  it('goes by the factor that it is given', async () => {
    const lossAt = (step: number) => (step === 4 ? 60 : 1);
    expect((await attempt({ lossAt })).error).toBeUndefined();
    expect((await attempt({ lossAt, run: { divergenceFactor: 50 } })).error).toMatchObject({
      code: 'LAC4220',
    });
  });

  it('names the first samples of a large batch and counts the others', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => row);
    const { error } = await attempt({ run: { rows, batchSize: 40 }, lossAt: () => Number.NaN });
    expect(error?.message).toMatch(/(s\d+, ){31}s\d+ and 8 more;/);
  });
});

describe('a run', () => {
  it('that goes well leaves times beside its logs, and the checkpoint does not repeat the result', async () => {
    const { logs, finished } = await attempt({});
    expect(finished).toEqual({ steps: 9, epochs: 3, loss: 1 });
    expect(readdirSync(logs)).toEqual(['timing.ndjson']);
    const lines = readFileSync(join(logs, 'timing.ndjson'), 'utf8').trimEnd().split('\n');
    const timings = lines.map((line) => JSON.parse(line));
    expect(timings.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(timings[0]).toEqual({
      step: 0,
      loss: 1,
      milliseconds: expect.any(Number),
      waitedMilliseconds: expect.any(Number),
      samplesPerSecond: expect.any(Number),
      residentBytes: expect.any(Number),
      tensorBytes: expect.any(Number),
      tensors: expect.any(Number),
    });
  });

  it('keeps the values of the end of each epoch while it runs', async () => {
    const kept: number[][] = [];
    const logs = place.folder('kept');
    const file = join(logs, 'checkpoint.safetensors');
    const lossAt = (step: number) => {
      if (step % 3 === 2 && existsSync(file))
        kept.push([...new Float32Array(new Uint8Array(readFileSync(file)).buffer.slice(-8))]);
      return 1;
    };
    await attempt({ lossAt, run: { logDirectory: logs } });
    expect(kept).toEqual([
      [movedBy(3), movedBy(3)],
      [movedBy(6), movedBy(6)],
    ]);
  });

  it('reads each batch once, the next one while a step computes', async () => {
    const events: string[] = [];
    const readAhead = async ({ step }: StepPosition) => {
      events.push(`read ${step}`);
    };
    const lossAt = (step: number) => {
      events.push(`compute ${step}`);
      return 1;
    };
    const { seen } = await attempt({ run: { readAhead, epochs: 2 }, lossAt });
    const inOrder = [0, 1, 2, 3, 4].flatMap((step) => [`read ${step + 1}`, `compute ${step}`]);
    expect(events).toEqual(['read 0', ...inOrder, 'compute 5']);
    expect(seen.map(({ epoch }) => epoch)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('ends with the failure of a batch that cannot be read, and not before that batch', async () => {
    const readAhead = async ({ step }: StepPosition) => {
      if (step === 2) throw failure('LAC4111', { file: 'shard', reason: 'it ends' });
    };
    const { error, seen } = await attempt({ run: { readAhead } });
    expect(error).toMatchObject({ code: 'LAC4111' });
    expect(seen).toHaveLength(2);
  });

  it('twice writes the same result', async () => {
    const options: Attempt = { validation: { select: 'best-val' }, metrics: [1, 2, 2] };
    const [first, second] = [await attempt(options), await attempt(options)];
    expect(bytesOf(first.output)).toEqual(bytesOf(second.output));
  });

  it('in batches by length goes by the lengths', async () => {
    const { seen } = await attempt({ run: { lengthOf: (row) => row % 2, epochs: 1 } });
    // Of eight rows in full batches, those of one length come together as far as they fill a batch.
    const full = seen.slice(0, 2).map(({ rows }) => rows.map((row) => row % 2).join(''));
    expect(full.every((lengths) => lengths === [...lengths].sort().join(''))).toBe(true);
    expect(seen.map(({ rows }) => rows.length)).toEqual([4, 4, 2]);
  });
});

describe('a run with validation', () => {
  it('logs the metric of each epoch', async () => {
    const { output, finished } = await attempt({ validation: { select: 'last' }, metrics: [50, 70, 60] });
    const lines = readLog(output).filter((line) => 'validation' in line);
    expect(lines).toEqual([
      { epoch: 0, step: 3, validation: { accuracy: 50 } },
      { epoch: 1, step: 6, validation: { accuracy: 70 } },
      { epoch: 2, step: 9, validation: { accuracy: 60 } },
    ]);
    expect(finished?.best).toEqual({ epoch: 1, metric: 'accuracy', value: 70 });
  });

  it.each([
    ['last', [50, 70, 60], 9],
    ['best-val', [50, 70, 60], 6],
    ['best-val', [70, 70, 70], 3],
    ['best-val', [50, 60, 70], 9],
  ] as const)('selects %s of %j: the values after step %i', async (select, metrics, steps) => {
    const { parameters } = await attempt({ validation: { select }, metrics });
    expect(parameters).toEqual([movedBy(steps), movedBy(steps)]);
  });

  it('stops when it has waited long enough, and still selects the best', async () => {
    const patience = { patience: 1, minDelta: 0 };
    const trial = await attempt({
      run: { epochs: 9 },
      validation: { select: 'best-val', patience },
      metrics: [50, 70, 70, 90],
    });
    expect(trial.finished).toMatchObject({ steps: 9, epochs: 3, best: { epoch: 1, value: 70 } });
    expect(trial.parameters).toEqual([movedBy(6), movedBy(6)]);
  });
});

describe('a run that is interrupted', () => {
  const never = { minutes: 1000 };

  it('keeps a state after so many minutes, and after so many steps', async () => {
    const kept = keeper(place);
    await attempt({ context: kept.attempt({ every: { minutes: 1e-9 } }) });
    expect(kept.states).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const bySteps = keeper(place);
    await attempt({ context: bySteps.attempt({ every: { ...never, steps: 4 } }) });
    expect(bySteps.states).toEqual([4, 8]);
    const byNothing = keeper(place);
    await attempt({ context: byNothing.attempt({ every: never }) });
    expect(byNothing.states).toEqual([]);
  });

  it('while it is measured measures again, repeats no step and remembers its best epoch', async () => {
    const kept = keeper(place);
    const validation = { select: 'best-val', patience: { patience: 2, minDelta: 0 } } as const;
    const expected = await attempt({ validation, metrics: [90, 70, 60] });
    const stop = new AbortController();
    let epochs = 0;
    const context = { ...kept.attempt({ every: never }), signal: stop.signal };
    const onMeasure = () => {
      epochs += 1;
      if (epochs === 2) stop.abort(new Error('asked'));
    };
    const first = await attempt({ validation, metrics: [90], context, onMeasure });
    expect(first.error?.message).toBe('asked');
    expect(kept.states).toEqual([6]);
    const second = await attempt({ validation, metrics: [70, 60], context: kept.attempt({ every: never }) });
    expect([...first.seen, ...second.seen].map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(bytesOf(second.output)).toEqual(bytesOf(expected.output));
    expect(second.finished).toEqual(expected.finished);
    expect(second.parameters).toEqual(expected.parameters);
  });

  it('has the values that it went on from when a later step goes wrong', async () => {
    const kept = keeper(place);
    const lossAt = (step: number) => (step === 7 ? Number.NaN : 1);
    await attempt({ lossAt, context: kept.attempt({ states: 1, every: { ...never, steps: 6 } }) });
    const options: Attempt = { lossAt, size: 2, context: kept.attempt({ every: never }) };
    const { error, seen } = await attempt(options);
    expect(seen.map(({ step }) => step)).toEqual([6, 7]);
    expect(error?.message).toContain('those before step 6, are in');
  });

  it('says that it kept nothing when the first step that it does goes wrong', async () => {
    const kept = keeper(place);
    await attempt({ context: kept.attempt({ states: 1, every: { ...never, steps: 6 } }) });
    const { error } = await attempt({ lossAt: () => Number.NaN, context: kept.attempt({ every: never }) });
    expect(error?.message).toMatch(/step 6 .*nothing was kept, for no step of this attempt/);
  });
});
