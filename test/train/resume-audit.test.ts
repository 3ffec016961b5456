import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckpointEvery } from '../../plan/job.ts';
import type { TrainParams } from '../../plan/params.ts';
import { stream } from '../../random/stream.ts';
import type { Store } from '../../store/store.ts';
import { attempt, filesOf, killTraining, type Supervised, supervised } from './supervised.ts';
import { tinyParams, type Workplace, workplace, writeTinyDataset } from './tiny.ts';

/*
 * One training in a process of its own, ended again and again in the middle of whatever it does, against the same
 * training undisturbed.
 */

const kills = 20;
const seed = Number(process.env['LACUNA_AUDIT_SEED'] ?? 1);
/** At most so long after the beginning of a save does a kill come: in it, or in the steps after it. */
const latestMs = 60;

/** Encoders rest in some steps, so that the groups of the optimiser differ; the best epoch is kept beside. */
const params: TrainParams = {
  ...tinyParams,
  epochs: 24,
  batchSize: 4,
  modalityDropout: { complete: 1 / 3, granularity: 'batch', mode: 'skip' },
  select: 'best-val',
};

let place: Workplace;
let dataset: string;

beforeAll(async () => {
  place = workplace();
  dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 40, val: 4, test: 0 });
});
afterAll(() => place[Symbol.dispose]());

function trainingWith(
  every: CheckpointEvery,
  changes: Partial<TrainParams> = {},
  onDamage?: () => void,
): Promise<Supervised> {
  return supervised(place, dataset, { ...params, ...changes }, every, onDamage);
}

/** The files of a training that nothing ends. */
async function undisturbed(changes: Partial<TrainParams> = {}): Promise<Record<string, string>> {
  const training = await trainingWith({ minutes: 1000 }, changes);
  const { artifact } = await attempt(training);
  return filesOf(place, training, artifact);
}

/** For what does not take many attempts. */
const short = { epochs: 6 };
const shortSteps = 6 * 10;

/** A store that says when the saving of a state begins. */
function withNews(store: Store, onSave: (step: number, saved: Promise<unknown>) => void): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const result: unknown = value.apply(target, given);
        if (name === 'saveCheckpoint') onSave(Number(given[1]), Promise.resolve(result));
        return result;
      };
    },
  });
}

/** Steps that were computed in an attempt, from its times. */
function stepsIn(log: string): number[] {
  const lines = readFileSync(join(log.replace('.log', '.files'), 'timing.ndjson'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => (JSON.parse(line) as { step: number }).step);
}

it(`a training that is killed at ${kills} random moments writes the bytes of one that is not`, async () => {
  const training = await trainingWith({ minutes: 1000, steps: 2 });
  const draws = stream(seed, 'test.kills');
  const moments: string[] = [];
  const starts: number[] = [];
  let artifact: string | undefined;
  while (artifact === undefined) {
    const isToDie = moments.length < kills;
    let savesLeft = isToDie ? draws.integer(2) : -1;
    const delay = draws.uniform() * latestMs;
    let killed: Promise<boolean> | undefined;
    const store = withNews(training.dependencies.store, (step) => {
      if (savesLeft === 0) {
        killed = wait(delay).then(killTraining);
        moments.push(`${delay.toFixed(1)} ms into the save before step ${step}`);
      }
      savesLeft -= 1;
    });
    const ended = await attempt(training, { store });
    artifact = ended.artifact;
    starts.push(ended.reports[0]?.done ?? 0);
    if (ended.error)
      expect(ended.error).toMatchObject({ code: 'LAC6011', message: expect.stringMatching(/SIGKILL/) });
    if (isToDie) expect(await killed).toBe(true);
  }
  console.log(`seed ${seed}: ${moments.join('; ')}`);
  expect(moments).toHaveLength(kills);
  // Each attempt but the first went on from a state, and none lost what an earlier one had kept.
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(starts.at(-1)).toBeGreaterThan(kills / 2);
  expect(await filesOf(place, training, artifact)).toEqual(await undisturbed());
}, 600_000);

it('a training that is asked to stop loses no step that was done', async () => {
  const training = await trainingWith({ minutes: 1000 }, short);
  const done: number[] = [];
  let artifact: string | undefined;
  for (let at = 1; artifact === undefined; at += 1) {
    const stop = new AbortController();
    const ended = await attempt(training, {
      signal: stop.signal,
      onReport: () => at <= 3 && stop.abort(new Error('asked to stop')),
    });
    artifact = ended.artifact;
    if (at <= 3) expect(ended.error?.message).toBe('asked to stop');
    if (at > 1)
      expect(ended.reports[0]).toMatchObject({ done: done.length, total: shortSteps, unit: 'steps' });
    done.push(...stepsIn(ended.log));
  }
  expect(done).toEqual(Array.from({ length: shortSteps }, (_, step) => step));
  expect(await filesOf(place, training, artifact)).toEqual(await undisturbed(short));
}, 600_000);

it('a training whose newest state is damaged goes on from the one before', async () => {
  let damaged = 0;
  const training = await trainingWith({ minutes: 1000, steps: 5 }, short, () => {
    damaged += 1;
  });
  let saves = 0;
  const { store } = training.dependencies;
  const news = withNews(store, (_, saved) => {
    saves += 1;
    if (saves === 4) void saved.then(killTraining);
  });
  const first = await attempt(training, { store: news });
  expect(first.error).toMatchObject({ code: 'LAC6011' });
  const [before, newest] = statesIn(store.location);
  const file = join(newest?.folder ?? '', '0');
  const bytes = readFileSync(file);
  const at = stream(seed, 'test.flip').integer(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
  const second = await attempt(training);
  expect(second.reports[0]).toMatchObject({ done: before?.step, total: shortSteps });
  expect(before?.step).toBe((newest?.step ?? 0) - 5);
  expect(damaged).toBe(1);
  expect(await filesOf(place, training, second.artifact)).toEqual(await undisturbed(short));
}, 600_000);

/** The complete states in a store, oldest first. */
function statesIn(location: string): { readonly folder: string; readonly step: number }[] {
  const root = join(location, 'checkpoints');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('/files.json'))
    .map((name) => ({
      folder: join(root, name, '..'),
      step: Number(/(\d+)-[0-9a-f]+\/files/.exec(name)?.[1]),
    }))
    .sort((a, b) => a.step - b.step);
}
