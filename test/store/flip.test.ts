import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { table } from '../../cli/table.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { Digest, Key } from '../../plan/digest.ts';
import type { Operation } from '../../plan/job.ts';
import type { Damage } from '../../store/blobs.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { type Heard, listen, type Replay, runHere } from '../cli/in-process.ts';
import { tinyPipeline, writeTinyPipeline } from '../cli/tiny-pipeline.ts';
import { listFiles, temporaryFolder, writeFiles } from './sample.ts';

/*
 * One byte of one object of a store is flipped, a hundred times; then the pipeline is run and its table printed. What
 * the trainer makes is replayed from the pristine store, so that healing a model takes no training.
 */
const trials = 100;
const seed = 20_261_126;
const checkpointKey = `sha256-${'c'.repeat(64)}` as Key;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let pristine: string;
let file: string;
let tables: string;
let objects: readonly string[];
const environment = { ...process.env };

beforeAll(async () => {
  folder = await temporaryFolder();
  const text = tinyPipeline.replace('[u2a, late-zero]', '[u2a]').replace('epochs: 2', 'epochs: 1');
  await writeTinyPipeline(folder.path, text);
  file = join(folder.path, 'tiny.yaml');
  pristine = join(folder.path, 'pristine');
  use(pristine, join(folder.path, 'results'));
  await mkdir(join(pristine, 'logs'), { recursive: true });
  await runHere(file, pristine, listen());
  tables = await tableFiles(join(folder.path, 'results'));
  const store = await openLocalStore(pristine);
  await store.putRun({
    id: 'here',
    pipeline: 'tiny',
    file,
    plan: `sha256-${'0'.repeat(64)}` as Digest,
    state: 'done',
    startedAt: '2026-01-01T00:00:00Z',
    host: 'h',
    pid: 1,
    versions: {},
    tasks: {},
  });
  for (const step of [10, 20]) {
    const state = await writeFiles(join(folder.path, `state-${step}`), {
      'a.bin': `${step}`,
      'b.json': '{}',
    });
    await store.saveCheckpoint(checkpointKey, step, state);
  }
  objects = (await listFiles(pristine)).filter((name) =>
    /^(blobs|entries|runs|histories|checkpoints)\//.test(name),
  );
}, 600_000);

afterAll(async () => {
  Object.assign(process.env, { LACUNA_STORE: environment['LACUNA_STORE'] ?? '' });
  for (const name of ['LACUNA_STORE', 'LACUNA_RESULTS'])
    if (environment[name] === undefined) delete process.env[name];
  await folder[Symbol.asyncDispose]();
});

function use(store: string, results: string): void {
  Object.assign(process.env, { LACUNA_STORE: store, LACUNA_RESULTS: results });
}

async function tableFiles(results: string): Promise<string> {
  const suffixes = ['md', 'tex', 'csv', 'json', 'html'];
  const texts = suffixes.map((suffix) => readFile(join(results, 'tiny', `robustness.${suffix}`), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

/** Numbers below `limit`, the same in every run of the test. */
function numbers(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Kinds in turn, so that the few records are hit as often as the many blobs. */
const turn = ['blobs', 'entries', 'blobs', 'histories', 'blobs', 'runs', 'entries', 'checkpoints'] as const;

interface Flip {
  readonly name: string;
  readonly kind: (typeof turn)[number];
}

async function flip(store: string, trial: number): Promise<Flip> {
  const below = numbers(seed + trial);
  const kind = turn[trial % turn.length] ?? 'blobs';
  const those = objects.filter((name) => name.startsWith(`${kind}/`));
  const name = those[below(those.length)] ?? expect.unreachable();
  const path = join(store, name);
  const bytes = await readFile(path);
  const place = below(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 + below(255));
  await chmod(path, 0o644);
  await writeFile(path, bytes);
  return { name, kind };
}

/** What trains is not trained again: its files come from the pristine store. */
const replay: Replay = (task) => async (job) => {
  const source = await openLocalStore(pristine);
  const made = JSON.parse(await readFile(join(folder.path, 'made.json'), 'utf8')) as Record<string, Digest>;
  const copy = join(job.scratchDirectory, 'pristine');
  const { mediaType } = await source.materialise(made[task.id] as Digest, copy);
  await cp(copy, job.outputDirectory, { recursive: true });
  return { mediaType, summary: {} };
};
const replays: { readonly [operation in Operation]?: Replay } = {
  preprocess: replay,
  pretrain: replay,
  train: replay,
  extract: replay,
};

/** Runs until the tables are there; a refusal that names the damage may come first. Says how many there were. */
async function runUntilDone(store: string, results: string, heard: Heard): Promise<number> {
  for (let refusals = 0; refusals < 4; refusals += 1) {
    await rm(results, { recursive: true, force: true });
    try {
      await runHere(file, store, heard, replays);
      expect(await tableFiles(results)).toBe(tables);
      return refusals;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      expect(error.code).toMatch(/^LAC500[46]$/);
      heard.talk(error.message);
    }
  }
  return expect.unreachable('it was refused again and again');
}

/** Prints the table: the right one, or none. */
async function showTable(heard: Heard, expected: string): Promise<void> {
  const shown = listen();
  try {
    await table({ file, format: 'csv' }, shown);
    expect(shown.stdout()).toBe(expected);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.code).toMatch(/^LAC(5004|5006|5203)$/);
    expect(shown.stdout()).toBe('');
    heard.talk(error.message);
  }
  heard.talk(shown.stderr());
}

/** The newest sound state, never a changed one. */
async function takeCheckpoint(store: string, heard: Heard, copy: string): Promise<void> {
  const onDamage = ({ path }: Damage) => heard.talk(path);
  const step = await (await openLocalStore(store, { onDamage })).takeCheckpoint(checkpointKey, copy);
  expect([10, 20]).toContain(step);
  expect(await readFile(join(copy, 'a.bin'), 'utf8')).toBe(`${step}`);
  expect(await readFile(join(copy, 'b.json'), 'utf8')).toBe('{}');
}

test(`a byte flipped in any object is found, named, and healed or refused; no table changes (${trials} trials)`, async () => {
  use(pristine, join(folder.path, 'results'));
  const expected = listen();
  await table({ file, format: 'csv' }, expected);
  await rememberMade();
  const counts = { usedAndNamed: 0, foundByVerify: 0, refused: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    const store = join(folder.path, 'trial');
    await cp(pristine, store, { recursive: true });
    const results = join(folder.path, 'trial-results');
    use(store, results);
    const { name, kind } = await flip(store, trial);
    const heard = listen();
    await showTable(heard, expected.stdout());
    counts.refused += await runUntilDone(store, results, heard);
    await takeCheckpoint(store, heard, join(folder.path, 'trial-copy'));
    // A state is known by its list of files.
    const called = kind === 'checkpoints' ? basename(dirname(name)) : basename(name);
    const verifier = await openLocalStore(store);
    const { findings } = await verifier.verify();
    const isNamed = heard.stderr().includes(called);
    const isFound = findings.some(({ path }) => path.includes(called));
    expect.soft({ trial, name, isNoticed: isNamed || isFound }).toEqual({ trial, name, isNoticed: true });
    if (isNamed) counts.usedAndNamed += 1;
    else counts.foundByVerify += 1;
    if (findings.length > 0) {
      await runUntilDone(store, results, listen());
      expect((await (await openLocalStore(store)).verify()).findings).toEqual([]);
    }
    for (const used of [store, results, join(folder.path, 'trial-copy')]) {
      await rm(used, { recursive: true, force: true });
    }
  }
  // Blobs that a finished pipeline does not read, and run records, are found by nobody before they are needed.
  expect(counts.usedAndNamed).toBeGreaterThan(trials / 4);
  expect(counts.foundByVerify).toBeGreaterThan(0);
}, 900_000);

async function rememberMade(): Promise<void> {
  const { loadPlan } = await import('../../cli/load-plan.ts');
  const loaded = await loadPlan({ file }, listen());
  const made = [...(loaded?.decisions ?? [])].map(([id, { artifact }]) => [id, artifact]);
  await writeFile(join(folder.path, 'made.json'), JSON.stringify(Object.fromEntries(made)));
}

test('scores whose file was cut short: the table is refused and named, not shown with a gap; a run heals it', async () => {
  const [store, results] = [join(folder.path, 'cut'), join(folder.path, 'cut-results')];
  await cp(pristine, store, { recursive: true });
  use(store, results);
  const entries = objects.filter((name) => name.startsWith('entries/'));
  const texts = await Promise.all(entries.map((name) => readFile(join(store, name), 'utf8')));
  const scores = texts.find((text) => text.includes('"operation": "evaluate"')) ?? expect.unreachable();
  const hex = /"path": "scores\.json",\s+"digest": "sha256-([0-9a-f]{64})"/.exec(scores)?.[1] ?? '';
  const blob = join(store, 'blobs', hex.slice(0, 2), hex);
  await chmod(blob, 0o644);
  await writeFile(blob, (await readFile(blob)).subarray(1));
  const heard = listen();
  await expect(table({ file, format: 'csv' }, heard)).rejects.toMatchObject({ code: 'LAC5203' });
  expect(heard.stdout()).toBe('');
  expect(heard.stderr()).toContain(blob);
  await runUntilDone(store, results, listen());
});
