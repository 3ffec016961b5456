import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Case, cases, writeBatches } from './cases.ts';
import { parseFlags, runProgram, say, UsageError } from './command-line.ts';
import { Contestant, type Ready, type Step } from './contestant.ts';
import { watchForeignLoad } from './foreign-load.ts';
import { machine, quietLoad } from './machine.ts';
import { pythonEnvironment } from './python-environment.ts';
import { type Quartiles, quartiles } from './quartiles.ts';

/*
 * Training steps of Lacuna and of PyTorch with transformers and peft, side by side: the same model, weights and
 * batches, one step of one after one step of the other, all cores of the machine for each. npm run bench:train
 */

const usage = `usage: npm run bench:train -- [--case NAME]... [--steps N] [--warm-up N] [--tiny] [--json FILE]

  --case NAME   ${cases(true)
    .map(({ name }) => name)
    .join(', ')}; all of them when left out
  --steps N     measured steps of each side (7)
  --warm-up N   steps before them (2)
  --tiny        small models: does it work at all
  --json FILE   write every number to a file as well`;

interface Options {
  readonly cases: readonly Case[];
  readonly steps: number;
  readonly warmUp: number;
  readonly json: string | undefined;
}

/** What one side did in one case. */
interface Side {
  readonly version: string;
  readonly learnable: number;
  readonly ms: Quartiles;
  readonly peakRssMiB: number;
  readonly steps: readonly Step[];
}

interface Result {
  readonly name: string;
  readonly about: string;
  readonly lacuna: Side;
  readonly pytorch: Side;
  /** Share of the machine that other programs used meanwhile, 0 to 1. */
  readonly foreignLoad: number;
}

const threads = availableParallelism();

const flags = {
  case: { type: 'string', multiple: true },
  steps: { type: 'string', default: '7' },
  'warm-up': { type: 'string', default: '2' },
  tiny: { type: 'boolean', default: false },
  json: { type: 'string' },
} as const;

function readOptions(): Options {
  const values = parseFlags(flags);
  const known = cases(values.tiny);
  const names = values.case ?? known.map(({ name }) => name);
  const unknown = names.find((name) => !known.some((one) => one.name === name));
  if (unknown !== undefined) throw new UsageError(`there is no case "${unknown}"`);
  const [steps, warmUp] = [Number(values.steps), Number(values['warm-up'])];
  if (!Number.isInteger(steps) || steps < 1) throw new UsageError('--steps takes a whole number from 1');
  if (!Number.isInteger(warmUp) || warmUp < 0) throw new UsageError('--warm-up takes a whole number from 0');
  return { cases: known.filter(({ name }) => names.includes(name)), steps, warmUp, json: values.json };
}

/** PyTorch makes the weights, so it is ready first; from then on the sides take turns. */
async function compare(one: Case, python: string, options: Options): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-bench-'));
  const sides: Contestant[] = [];
  const start = (name: string, command: string, ...args: string[]): Contestant => {
    const env = { TF_NUM_INTRAOP_THREADS: String(threads), TF_CPP_MIN_LOG_LEVEL: '3' };
    const side = new Contestant(name, command, [...args, folder], env);
    sides.push(side);
    return side;
  };
  const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  try {
    writeFileSync(join(folder, 'case.json'), JSON.stringify(one));
    await writeBatches(folder, one, options.warmUp + options.steps);
    const pytorch = start('PyTorch', python, beside('pytorch-step.py'));
    const pytorchReady = await pytorch.ready;
    const lacuna = start('Lacuna', process.execPath, '--import', 'tsx', beside('lacuna-step.ts'));
    const lacunaReady = await lacuna.ready;
    await requireEqual(one, lacuna, pytorch);
    const watch = watchForeignLoad([lacuna.pid, pytorch.pid]);
    const [ours, theirs] = await takeTurns(one, lacuna, pytorch, options);
    const foreignLoad = watch();
    const { name, about } = one;
    const sideOf = (ready: Ready, steps: readonly Step[]) => summarise(ready, steps.slice(options.warmUp));
    return {
      name,
      about,
      lacuna: sideOf(lacunaReady, ours),
      pytorch: sideOf(pytorchReady, theirs),
      foreignLoad,
    };
  } finally {
    await Promise.all(sides.map((side) => side.end()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeTurns(one: Case, lacuna: Contestant, pytorch: Contestant, { steps, warmUp }: Options) {
  const ours: Step[] = [];
  const theirs: Step[] = [];
  for (let index = 0; index < warmUp + steps; index += 1) {
    ours.push(await lacuna.step(index));
    theirs.push(await pytorch.step(index));
    const [a, b] = [ours.at(-1), theirs.at(-1)];
    const kind = index < warmUp ? 'warm-up' : 'step';
    say(
      `${one.name} ${kind} ${index}: Lacuna ${a?.ms.toFixed(0)} ms, loss ${a?.loss.toFixed(4)}; PyTorch ${b?.ms.toFixed(0)} ms, loss ${b?.loss.toFixed(4)}`,
    );
  }
  return [ours, theirs] as const;
}

const largestDifference = 1e-3;

/** A comparison of different models would say nothing: parameters and the loss without dropout must agree. */
async function requireEqual({ name }: Case, lacuna: Contestant, pytorch: Contestant): Promise<void> {
  const sizes = [await lacuna.ready, await pytorch.ready].map(({ learnable }) => learnable);
  const [ours = Number.NaN, theirs = Number.NaN] = [await lacuna.check(), await pytorch.check()];
  say(`${name}: learnable parameters: Lacuna ${sizes[0]}, PyTorch ${sizes[1]}`);
  say(`${name}: loss without dropout: Lacuna ${ours.toFixed(6)}, PyTorch ${theirs.toFixed(6)}`);
  if (sizes[0] === sizes[1] && Math.abs(ours - theirs) <= largestDifference * Math.abs(theirs)) return;
  throw new Error(`The sides of case "${name}" compute different things; nothing was measured.`);
}

function summarise({ version, learnable }: Ready, steps: readonly Step[]): Side {
  const peakRssMiB = Math.max(...steps.map((step) => step.peakRssMiB));
  return { version, learnable, ms: quartiles(steps.map(({ ms }) => ms)), peakRssMiB, steps };
}

function markdown(results: readonly Result[], { steps, warmUp }: Options): string {
  const time = ({ low, median, high }: Quartiles) =>
    `${median.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`;
  const rows = results.map(({ name, about, lacuna, pytorch }) => {
    const ratio = (lacuna.ms.median / pytorch.ms.median).toFixed(2);
    const memory = `${lacuna.peakRssMiB.toFixed(0)} | ${pytorch.peakRssMiB.toFixed(0)}`;
    return `| ${name}: ${about} | ${lacuna.learnable} | ${time(lacuna.ms)} | ${time(pytorch.ms)} | ${ratio} | ${memory} |`;
  });
  const [first] = results;
  const busy = results.filter(({ foreignLoad }) => foreignLoad > quietLoad);
  return [
    `${first?.lacuna.version}; ${first?.pytorch.version}. ${machine()}.`,
    `Median (quartiles) of ${steps} steps after ${warmUp}, the sides taking turns.`,
    '',
    '| case | learnable | Lacuna ms | PyTorch ms | ratio | Lacuna MiB | PyTorch MiB |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    ...(busy.length === 0 ? [] : ['', busyNote(busy)]),
  ].join('\n');
}

function busyNote(busy: readonly Result[]): string {
  const shares = busy.map(({ name, foreignLoad }) => `${name} ${(100 * foreignLoad).toFixed(0)} %`);
  return `Not to be quoted: other programs used a part of the machine meanwhile (${shares.join(', ')}), which slows PyTorch more than Lacuna.`;
}

async function main(): Promise<void> {
  const options = readOptions();
  const python = await pythonEnvironment(say);
  const results: Result[] = [];
  for (const one of options.cases) results.push(await compare(one, python, options));
  process.stdout.write(`${markdown(results, options)}\n`);
  if (options.json === undefined) return;
  const contents = { machine: machine(), results };
  writeFileSync(options.json, `${JSON.stringify(contents, undefined, 2)}\n`);
}

await runProgram(usage, main);
