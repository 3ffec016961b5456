import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellRowsIn } from '../evaluate/cell-rows.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { type Cell, cellsOf } from '../grid/cells.ts';
import type { SplitSamples } from '../grid/split-samples.ts';
import { tf } from '../model/backend.ts';
import type { Method } from '../model/methods.ts';
import type { Learnable } from '../model/parameters.ts';
import type { Digest } from '../plan/digest.ts';
import type { Job, JobContext, JobInput } from '../plan/job.ts';
import type { EvaluateParams, ExtractParams } from '../plan/params.ts';
import { type Workplace, workplace } from '../test/train/tiny.ts';
import { extract } from '../train/extract.ts';
import { extractFeatures } from '../train/features.ts';
import { disposeTowers, loadTowers } from '../train/job-input.ts';
import { measureRows } from '../train/measure.ts';
import { designOf, readLearnable, readModelFile } from '../train/model-file.ts';
import { overBatches } from '../train/over-batches.ts';
import { predict } from '../train/predict.ts';
import { Samples } from '../train/samples.ts';
import { setLogits } from '../train/set-logits.ts';
import { encodeTokens, type Model } from '../train/towers.ts';
import { parseFlags, runProgram, say, UsageError } from './command-line.ts';
import { watchForeignLoad } from './foreign-load.ts';
import { encoders, modalities, size, writeCheckpoint, writeEncoders, writeSamples } from './grid-material.ts';
import { machine, quietLoad } from './machine.ts';

/*
 * 2,100 cells of a grid from 30 checkpoints (6 methods, 5 seeds) with 70 cells each (7 scenarios or sweeps at 10 rates):
 * what Lacuna does, an extraction and an evaluation per checkpoint, beside a single forward pass over the complete split,
 * and beside running the model once per cell. The last is measured on some cells of each checkpoint and scaled up.
 * npx tsx bench/grid.ts
 */

const usage = `usage: npx tsx bench/grid.ts [--rows N] [--seeds N] [--sampled N] [--clock CLOCK] [--json FILE]

  --rows N      samples of the split (1000)
  --without-map only methods for which one pass is enough
  --seeds N     checkpoints of each method (5)
  --sampled N   cells of each checkpoint that are also run by themselves (3)
  --clock CLOCK wall, or cpu: processor time of this process, for machines that are not quiet (wall)
  --json FILE   write every number to a file as well`;

const flags = {
  rows: { type: 'string', default: '1000' },
  'without-map': { type: 'boolean', default: false },
  seeds: { type: 'string', default: '5' },
  sampled: { type: 'string', default: '3' },
  clock: { type: 'string', default: 'wall' },
  json: { type: 'string' },
} as const;

const methods: readonly Method[] = [
  'u2a',
  'late-zero',
  'moddrop',
  'ensemble',
  'late-placeholder',
  'static-token',
];
/** Its encoders are told what is missing, so that one pass per set of absent others is the least: shown apart. */
const severalPasses: Method = 'map';
const rates = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;
const percents: [number, ...number[]] = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90];
const evaluation: EvaluateParams = {
  grid: [
    { scenario: ['missing-image', 'missing-text', 'missing-audio', 'missing-both'], rate: [...rates] },
    { available: { image: percents, text: percents, audio: percents } },
  ],
  maskSeed: 0,
  metrics: ['accuracy', 'f1-macro'],
};
const extraction: ExtractParams = { split: 'test', missingToken: 'method', encoders };
const cells = cellsOf(modalities, evaluation.grid);
const context: JobContext = { report: () => undefined, signal: new AbortController().signal };

/** Seconds that one checkpoint took. */
interface Times {
  readonly forward: number;
  readonly extract: number;
  readonly evaluate: number;
  /** All cells one by one, scaled from those that were run. */
  readonly perCell: number;
}

/** What counts as time: the clock on the wall, or what processors spent on this process, which others disturb less. */
const clocks = {
  wall: () => performance.now() / 1000,
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
} as const;
type Clock = keyof typeof clocks;

async function secondsBy(clock: Clock, work: () => Promise<unknown>): Promise<number> {
  const started = clocks[clock]();
  await work();
  return clocks[clock]() - started;
}

function jobOf<Params>(
  place: Workplace,
  operation: Job['operation'],
  params: Params,
  inputs: Record<string, string>,
): Job<Params> {
  const input = (directory: string): JobInput[] => [{ digest: 'sha256-0' as Digest, directory }];
  return {
    operation,
    params,
    inputs: Object.fromEntries(Object.entries(inputs).map(([role, folder]) => [role, input(folder)])),
    outputDirectory: place.folder('output'),
    scratchDirectory: place.folder('scratch'),
  };
}

interface Loaded {
  readonly samples: Samples;
  readonly model: Model;
  readonly learnable: Learnable;
  readonly rows: readonly number[];
}

/** Loads what an extraction loads, and frees it. */
async function withModel(job: Job<ExtractParams>, use: (loaded: Loaded) => Promise<void>): Promise<void> {
  const folderOf = (role: string) => job.inputs[role]?.[0]?.directory ?? '';
  const samples = await Samples.open(folderOf('dataset'));
  const file = await readModelFile(folderOf('model'));
  const towers = await loadTowers(job, file.modalities);
  const design = designOf(
    file,
    towers.map(({ tower }) => tower),
    file.classes.length,
  );
  const learnable = await readLearnable(folderOf('model'), design);
  const model = { design, weights: towers.map(({ weights }) => weights) };
  await use({ samples, model, learnable, rows: samples.rowsOf('test', 'bench') });
  tf.dispose(learnable as Record<string, never>);
  disposeTowers(towers);
  await samples.close();
}

/** One pass over the split in which every sample has everything. */
async function forward({ samples, model, learnable, rows }: Loaded): Promise<void> {
  const complete = { available: modalities };
  const features = await extractFeatures(model, learnable, samples, rows, [complete], context);
  const logits = setLogits(model.design, learnable, features, complete);
  measureRows('accuracy', logits, samples, rows);
}

/** Runs the model on a cell, no encoder on samples without its modality, and measures. */
async function runCell(
  { samples, model, learnable, rows }: Loaded,
  cell: Cell,
  described: SplitSamples,
): Promise<void> {
  const { sets } = cellRowsIn(described, 0)(cell);
  const scores = new Float32Array(rows.length * model.design.classes);
  await overBatches(rows, 'cell', context, (batch, start) => {
    const available = modalities.map((_, index) =>
      batch.map((_, at) => ((sets[start + at] ?? 0) >> index) & 1),
    );
    const values = tf.tidy(() => {
      const inputs = modalities.map((modality) => samples.input(modality, batch, 'bench'));
      const plan = { selected: available, encoded: available };
      const tokens = encodeTokens(model, learnable, inputs, plan);
      return predict(model.design, learnable, tokens, available).dataSync();
    });
    scores.set(values, start * model.design.classes);
  });
  for (const metric of evaluation.metrics) measureRows(metric, scores, samples, rows);
}

interface Asked {
  readonly rows: number;
  readonly seeds: number;
  /** Cells of each checkpoint that are run by themselves. */
  readonly sampled: number;
  readonly clock: Clock;
}

async function measureCheckpoint(
  inputs: Record<string, string>,
  method: Method,
  seed: number,
  { sampled, clock }: Asked,
): Promise<Times> {
  const secondsOf = (work: () => Promise<unknown>) => secondsBy(clock, work);
  using place = workplace();
  const model = place.folder('model');
  await writeCheckpoint(model, method, seed);
  const extracting = jobOf(place, 'extract', extraction, { ...inputs, model });
  const evaluating = jobOf(place, 'evaluate', evaluation, { features: extracting.outputDirectory });
  // Whoever comes second finds the files in the system's memory: they take turns.
  const pass = () => secondsOf(() => withModel(extracting, forward));
  const before = seed % 2 === 0 ? await pass() : undefined;
  const extractSeconds = await secondsOf(() => extract(extracting, context));
  const once = before ?? (await pass());
  const evaluateSeconds = await secondsOf(() => evaluate(evaluating, context));
  const described = JSON.parse(readFileSync(join(extracting.outputDirectory, 'samples.json'), 'utf8'));
  // Other cells for every seed, so that over all of them low and high rates take part alike.
  const chosen = Array.from({ length: sampled }, (_, index) => {
    const place =
      Math.floor(((index + seed / 5) * cells.length) / sampled + cells.length / 10) % cells.length;
    return cells[place] as Cell;
  });
  let perCell = 0;
  await withModel(extracting, async (loaded) => {
    for (const cell of chosen) perCell += await secondsOf(() => runCell(loaded, cell, described));
  });
  return {
    forward: once,
    extract: extractSeconds,
    evaluate: evaluateSeconds,
    perCell: (perCell * cells.length) / sampled,
  };
}

function isClock(name: string): name is Clock {
  return Object.hasOwn(clocks, name);
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`--${name} takes a whole number from 1`);
  return value;
}

function lineOf(name: string, times: readonly Times[]): string {
  const total = (of: keyof Times) => times.reduce((sum, one) => sum + one[of], 0);
  const [once, all] = [total('forward'), total('extract') + total('evaluate')];
  const cost = (100 * (all / once - 1)).toFixed(1);
  const numbers = [once, total('extract'), total('evaluate')].map((value) => value.toFixed(2));
  const rerun = total('perCell');
  return `| ${name} | ${times.length * cells.length} | ${numbers.join(' | ')} | ${cost} % | ${rerun.toFixed(0)} | ${(rerun / all).toFixed(0)} |`;
}

async function main(): Promise<void> {
  const values = parseFlags(flags);
  const { clock } = values;
  if (!isClock(clock)) throw new UsageError(`there is no clock "${clock}"`);
  const [rows, seeds] = [positive('rows', values.rows), positive('seeds', values.seeds)];
  const asked: Asked = { rows, seeds, clock, sampled: positive('sampled', values.sampled) };
  using place = workplace();
  const dataset = place.folder('dataset');
  await writeSamples(dataset, rows);
  const inputs = { dataset, ...(await writeEncoders(place.folder('encoders'))) };
  // Compiles and fills caches.
  await measureCheckpoint(inputs, 'u2a', 0, asked);
  const watch = watchForeignLoad([]);
  const all = values['without-map'] ? methods : [...methods, severalPasses];
  const measured = new Map<Method, Times[]>(all.map((method) => [method, []]));
  for (let seed = 0; seed < seeds; seed += 1) {
    for (const method of all) {
      const times = await measureCheckpoint(inputs, method, seed, asked);
      measured.get(method)?.push(times);
      say(`${method} ${seed}: ${JSON.stringify(times)}`);
    }
  }
  const foreign = watch();
  const share = `${(100 * foreign).toFixed(0)} %`;
  const lines = [
    `${machine()}. ${rows} samples, encoders of ${size.num_hidden_layers} blocks of width ${size.hidden_size}, ${cells.length} cells per checkpoint; ${clock} time.`,
    `Other programs used ${share} of the machine${foreign > quietLoad ? ': not to be quoted' : ''}.`,
    '',
    '| method | cells | one forward pass s | extract s | evaluate s | beyond one pass | run per cell s (scaled) | times as long |',
    '|---|---|---|---|---|---|---|---|',
    ...methods.map((method) => lineOf(method, measured.get(method) ?? [])),
    lineOf(
      'all of these',
      methods.flatMap((method) => measured.get(method) ?? []),
    ),
    ...(values['without-map'] ? [] : [lineOf(severalPasses, measured.get(severalPasses) ?? [])]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (values.json === undefined) return;
  const contents = { machine: machine(), asked, foreign, measured: Object.fromEntries(measured) };
  writeFileSync(values.json, `${JSON.stringify(contents, undefined, 2)}\n`);
}

await runProgram(usage, main);
