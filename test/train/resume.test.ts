import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { Job, JobContext, RunJob } from '../../plan/job.ts';
import type { PretrainParams, TrainParams } from '../../plan/params.ts';
import { adapt } from '../../train/adapt.ts';
import { pretrain } from '../../train/pretrain.ts';
import { type Keeper, keeper, runInPieces } from './keepers.ts';
import {
  bytesOf,
  readLog,
  runHere,
  tinyJob,
  tinyParams,
  type Workplace,
  workplace,
  writeTinyDataset,
} from './tiny.ts';

// Many attempts, each of which loads the encoders again.
vi.setConfig({ testTimeout: 300_000 });

let place: Workplace;
let dataset: string;

beforeAll(async () => {
  place = workplace();
  dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 12, val: 8, test: 0 });
});
afterAll(() => place[Symbol.dispose]());

const pretraining: PretrainParams = {
  encoder: { architecture: 'clip-vit', width: 32, layers: 2, heads: 4, mlp: 64, patch: 8 },
  seed: 0,
  epochs: 2,
  batchSize: 4,
  augment: 'affine',
  labelSmoothing: 0.1,
  optimizer: tinyParams.optimizer,
  schedule: tinyParams.schedule,
};

/** Three steps per epoch, two epochs. */
const training: TrainParams = { ...tinyParams, batchSize: 4 };

interface Case<Params> {
  readonly run: RunJob<Params>;
  readonly job: () => Job<Params>;
}

function trainingOf(changes: Partial<TrainParams>): Case<TrainParams> {
  return { run: adapt, job: () => tinyJob(place, 'train', { ...training, ...changes }, { dataset }) };
}

const known = new Map<string, Record<string, string>>();

/** The files of a job that nothing interrupts. */
async function undisturbed<Params>({ run, job }: Case<Params>): Promise<Record<string, string>> {
  const whole = job();
  const key = JSON.stringify([whole.operation, whole.params]);
  const before = known.get(key);
  if (before !== undefined) return before;
  await runHere(run, whole);
  const files = bytesOf(whole.outputDirectory);
  known.set(key, files);
  return files;
}

/** Runs a job in attempts that are killed after each state that they keep; gives the files of the last. */
async function inPieces<Params>(kept: Keeper, { run, job }: Case<Params>): Promise<Record<string, string>> {
  let output = '';
  await runInPieces(kept, (context) => {
    const again = job();
    output = again.outputDirectory;
    return run(again, context);
  });
  return bytesOf(output);
}

interface State {
  readonly version: number;
  readonly groups: readonly { readonly names: readonly string[]; readonly steps: number }[];
}

function stateIn(folder: string): State {
  return JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as State;
}

describe('a training that is killed at every step', () => {
  it.each<[string, Partial<TrainParams>]>([
    ['u2a', {}],
    ['full-ft', { method: 'full-ft' }],
    [
      'u2a that takes its best epoch and stops early',
      { epochs: 5, select: 'best-val', earlyStopping: { patience: 2, minDelta: 0, metric: 'accuracy' } },
    ],
  ])('writes the bytes of one that is not: %s', async (_, changes) => {
    const kind = trainingOf(changes);
    const expected = await undisturbed(kind);
    const before = tf.memory().numTensors;
    const kept = keeper(place);
    expect(await inPieces(kept, kind)).toEqual(expected);
    const steps =
      Buffer.from(expected['log.ndjson'] ?? '', 'hex')
        .toString()
        .match(/"loss"/g)?.length ?? 0;
    expect(kept.states).toEqual(Array.from({ length: steps - 1 }, (_, index) => index + 1));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('does so when encoders rest in some steps, and the groups of the optimiser come apart', async () => {
    const modalityDropout = { complete: 1 / 3, granularity: 'batch', mode: 'skip' } as const;
    const kind = trainingOf({ modalityDropout, epochs: 3 });
    const expected = await undisturbed(kind);
    const kept = keeper(place);
    expect(await inPieces(kept, kind)).toEqual(expected);
    const { groups } = stateIn(kept.newest());
    expect(new Set(groups.map(({ steps }) => steps)).size).toBeGreaterThan(1);
  });

  it('does so in two stages, of which the first is not tuned again', async () => {
    const kind = trainingOf({ method: 'mmlora', mmlora: { stage1Epochs: 1 }, epochs: 1 });
    const expected = await undisturbed(kind);
    const kept = keeper(place);
    expect(await inPieces(kept, kind)).toEqual(expected);
    expect(Object.keys(expected)).toContain('log-text.ndjson');
    expect(kept.made).toEqual(['tuned-image', 'tuned-text']);
    // Three steps a stage, numbered over all of them; before the first of a stage there is nothing to keep.
    expect(kept.states).toEqual([1, 2, 4, 5, 7, 8]);
    expect(kept.taken.length).toBeGreaterThan(4);
  });
});

const pretrainingCase: Case<PretrainParams> = {
  run: pretrain,
  job: () => tinyJob(place, 'pretrain', pretraining, { dataset }),
};

describe('a pretraining', () => {
  it('that is killed at every step writes the bytes of one that is not', async () => {
    const expected = await undisturbed(pretrainingCase);
    const kept = keeper(place);
    expect(await inPieces(kept, pretrainingCase)).toEqual(expected);
    expect(kept.states).toEqual([1, 2, 3, 4, 5]);
  });

  it('that is asked to stop while it looks at the validation split repeats no step', async () => {
    const { run, job } = pretrainingCase;
    const kept = keeper(place);
    const stop = new AbortController();
    const { checkpoints, parts } = kept.attempt({ every: { minutes: 1000 } });
    const report: JobContext['report'] = ({ done, phase }) => {
      if (phase === 'pretrain' && done === 6) stop.abort(new Error('asked'));
    };
    const context = {
      report,
      signal: stop.signal,
      ...(checkpoints && { checkpoints }),
      ...(parts && { parts }),
    };
    await expect(run(job(), context)).rejects.toThrow('asked');
    expect(kept.states).toEqual([6]);
    const last = job();
    const again = kept.attempt({ every: { minutes: 1000 } });
    const outcome = await run(last, again);
    expect(again.reports[0]).toEqual({ phase: 'pretrain', done: 6, total: 6, unit: 'steps' });
    expect(outcome.summary).toMatchObject({ steps: 6, validationAccuracy: expect.any(Number) });
    expect(bytesOf(last.outputDirectory)).toEqual(await undisturbed(pretrainingCase));
  });
});

/** What is written to the job's log. */
function said(): { readonly text: () => string } & Disposable {
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  return {
    text: () => spy.mock.calls.map(([text]) => String(text)).join(''),
    [Symbol.dispose]: () => spy.mockRestore(),
  };
}

describe('a state that does not fit', () => {
  async function twoStates(): Promise<Keeper> {
    const { run, job } = trainingOf({});
    const kept = keeper(place);
    const context = kept.attempt({ states: 2 });
    await expect(run(job(), context)).rejects.toThrow('killed');
    return kept;
  }

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'for it is of another version',
      (folder) =>
        writeFileSync(join(folder, 'state.json'), JSON.stringify({ ...stateIn(folder), version: 2 })),
      /LAC4230: .*begins at its first step: its version is 2/,
    ],
    [
      'for it cannot be read',
      (folder) => writeFileSync(join(folder, 'state.json'), '{"version":1,'),
      /LAC4230: .*its version is not readable/,
    ],
    [
      'for its tensors are gone',
      (folder) => writeFileSync(join(folder, 'state.safetensors'), ''),
      /LAC4230: .*0 bytes, too few/,
    ],
    [
      'for its groups lack a tensor',
      (folder) => {
        const state = stateIn(folder);
        writeFileSync(
          join(folder, 'state.json'),
          JSON.stringify({ ...state, groups: state.groups.slice(1) }),
        );
      },
      /LAC4230: .*groups of tensors/,
    ],
  ])('is not used, %s', async (_, spoil, words) => {
    const kept = await twoStates();
    spoil(kept.newest());
    const { run, job } = trainingOf({});
    const whole = job();
    using log = said();
    await run(whole, kept.attempt({ every: { minutes: 1000 } }));
    expect(log.text()).toMatch(words);
    expect(bytesOf(whole.outputDirectory)).toEqual(await undisturbed(trainingOf({})));
  });

  it('is not used when the model has other tensors', async () => {
    const kept = await twoStates();
    const other = trainingOf({ method: 'late-zero' });
    const whole = other.job();
    using log = said();
    await other.run(whole, kept.attempt({ every: { minutes: 1000 } }));
    expect(log.text()).toMatch(
      /LAC4230: .*its tensor "first\.image\.mask_token" is \[1,1,64\], not \[absent\]/,
    );
    expect(bytesOf(whole.outputDirectory)).toEqual(await undisturbed(other));
  });
});

describe('a state that cannot be kept', () => {
  it('is named, and the training goes on', async () => {
    const { run, job } = trainingOf({});
    const whole = job();
    const { checkpoints, ...context } = keeper(place).attempt();
    const full = async () => {
      throw new Error('no space left');
    };
    using log = said();
    await run(whole, { ...context, ...(checkpoints && { checkpoints: { ...checkpoints, keep: full } }) });
    expect(log.text().match(/LAC4231: the state before step \d .*no space left/g)).toHaveLength(5);
    expect(readLog(whole.outputDirectory)).toHaveLength(6);
  });
});
