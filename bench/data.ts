import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFlags, runProgram, say, UsageError } from './command-line.ts';
import { Contestant } from './contestant.ts';
import { makeMaterial } from './data-material.ts';
import { type Amounts, amountsOf, maxLength, type Part, partsOf, recordingFrames } from './data-parts.ts';
import { watchForeignLoad } from './foreign-load.ts';
import type { SideOptions } from './lacuna-data.ts';
import { machine, quietLoad } from './machine.ts';
import { dataPythonEnvironment } from './python-environment.ts';
import { type Quartiles, quartiles } from './quartiles.ts';

/*
 * Preprocessing of Lacuna and of the Python libraries that it follows, side by side: the same files, one round of one
 * after one round of the other. npm run bench:data
 */

const usage = `usage: npm run bench:data -- [--part NAME]... [--rounds N] [--tiny] [--python FILE] [--json FILE]

  --part NAME    ${partsOf(amountsOf(true))
    .map(({ name }) => name)
    .join(', ')}; all of them when left out
  --rounds N     measured rounds of each side; each part has its own number
  --tiny         little data: does it work at all
  --python FILE  an interpreter that has the packages, instead of one that is set up
  --json FILE    write every number to a file as well`;

interface Options {
  readonly parts: readonly Part[];
  readonly amounts: Amounts;
  readonly rounds: number | undefined;
  readonly python: string | undefined;
  readonly json: string | undefined;
}

interface Result {
  readonly part: Part;
  /** Tokens of all texts; as many items as the part has elsewhere. */
  readonly items: number;
  readonly lacuna: readonly number[];
  readonly python: readonly number[];
  readonly versions: string;
  /** Share of the machine that other programs used meanwhile, 0 to 1. */
  readonly foreignLoad: number;
}

const flags = {
  part: { type: 'string', multiple: true },
  rounds: { type: 'string' },
  tiny: { type: 'boolean', default: false },
  python: { type: 'string' },
  json: { type: 'string' },
} as const;

function readOptions(): Options {
  const { part, rounds, tiny, python, json } = parseFlags(flags);
  const amounts = amountsOf(tiny);
  const known = partsOf(amounts);
  const names: readonly string[] = part ?? known.map(({ name }) => name);
  const unknown = names.find((name) => !known.some((one) => one.name === name));
  if (unknown !== undefined) throw new UsageError(`there is no part "${unknown}"`);
  const count = rounds === undefined ? undefined : Number(rounds);
  if (count !== undefined && (!Number.isInteger(count) || count < 1))
    throw new UsageError('--rounds takes a whole number from 1');
  return { parts: known.filter(({ name }) => names.includes(name)), amounts, rounds: count, python, json };
}

type Side = Contestant<{ readonly version: string }>;

async function compare(part: Part, python: string, { amounts, rounds }: Options): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-bench-'));
  const sides: Side[] = [];
  try {
    say(`${part.name}: making what is read`);
    await makeMaterial(part.name, folder, amounts);
    const start = startIn(folder, part, amounts);
    const lacuna = start('Lacuna', ...toFile, process.execPath, '--import', 'tsx', beside('lacuna-data.ts'));
    sides.push(lacuna);
    const reference = start('Python', python, beside('python-data.py'));
    sides.push(reference);
    const versions = [(await lacuna.ready).version, (await reference.ready).version].join('; ');
    const [count = part.items] = await requireEqual(part, lacuna, reference);
    const watch = watchForeignLoad([lacuna.pid, reference.pid]);
    const times = await takeTurns(part, lacuna, reference, rounds ?? part.rounds);
    const items = part.name === 'tokens' ? count : part.items;
    return { part, items, ...times, versions, foreignLoad: watch() };
  } catch (error) {
    if (existsSync(logIn(folder))) say(readFileSync(logIn(folder), 'utf8'));
    throw error;
  } finally {
    await Promise.all(sides.map((side) => side.end()));
    rmSync(folder, { recursive: true, force: true });
  }
}

const logIn = (folder: string): string => join(folder, 'lacuna.log');

/** Lacuna's supervised processes write to a log, and decode JPEGs faster if they do. */
const toFile = ['sh', '-c', 'exec "$0" "$@" 2>>"$LACUNA_LOG"'];

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Both sides of `preprocess` get two cores, whatever the machine has. */
function startIn(folder: string, { name: part }: Part, amounts: Amounts) {
  const options: SideOptions = {
    clips: amounts.clips,
    frames: recordingFrames,
    maxLength,
    vocabulary: beside('../test/vectors/text/vocab.txt'),
  };
  // Digests of the generated files are no business of the user's cache.
  const env = { LACUNA_CACHE: join(folder, 'cache'), LACUNA_LOG: logIn(folder) };
  const bound = part === 'preprocess' && availableParallelism() > 2 ? ['taskset', '-c', '0,1'] : [];
  return (name: string, ...command: readonly string[]): Side => {
    const [program = '', ...args] = [...bound, ...command, part, folder, JSON.stringify(options)];
    return new Contestant(name, program, args, env);
  };
}

/** A comparison of different results would say nothing. It also warms up both sides. */
async function requireEqual(part: Part, lacuna: Side, reference: Side): Promise<readonly number[]> {
  const { values: ours } = await lacuna.ask<{ values: readonly number[] }>('check');
  const { values: theirs } = await reference.ask<{ values: readonly number[] }>('check');
  const apart = ours.map((value, at) => Math.abs(value - (theirs[at] ?? Number.NaN)));
  const most = apart.reduce((a, b) => Math.max(a, b), 0);
  say(`${part.name}: ${ours.length} values compared, at most ${most.toExponential(1)} apart`);
  if (ours.length === theirs.length && most <= part.tolerance) return ours;
  throw new Error(`The sides of part "${part.name}" compute different things; nothing was measured.`);
}

/** Who begins a round changes with each. */
async function takeTurns(part: Part, lacuna: Side, python: Side, rounds: number) {
  const times: { lacuna: number[]; python: number[] } = { lacuna: [], python: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['lacuna', 'python'] as const) : (['python', 'lacuna'] as const);
    for (const name of order) {
      const side = name === 'lacuna' ? lacuna : python;
      times[name].push((await side.ask<{ ms: number }>(String(round))).ms);
    }
    const [ours, theirs] = [times.lacuna.at(-1), times.python.at(-1)];
    say(`${part.name} round ${round}: Lacuna ${ours?.toFixed(1)} ms, Python ${theirs?.toFixed(1)} ms`);
  }
  return times;
}

function markdown(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const [ours, theirs] = [quartiles(result.lacuna), quartiles(result.python)];
    const cells = [shown(ours, result), shown(theirs, result), (ours.median / theirs.median).toFixed(2)];
    const { name, about, unit, goal } = result.part;
    const count = name === 'tokens' ? `, ${result.items} tokens` : '';
    return `| ${name}: ${about}${count} | ${unit} | ${cells.join(' | ')} | ${goal ?? '-'} |`;
  });
  const busy = results.filter(({ foreignLoad }) => foreignLoad > quietLoad);
  const shares = busy.map(({ part, foreignLoad }) => `${part.name} ${(100 * foreignLoad).toFixed(0)} %`);
  return [
    `${results[0]?.versions}. ${machine()}.`,
    'Median (quartiles), the sides taking turns.',
    '',
    '| part | unit | Lacuna | Python | ratio | at most |',
    '|---|---|---|---|---|---|',
    ...rows,
    ...(busy.length === 0
      ? []
      : [
          '',
          `Not to be quoted: other programs used a part of the machine meanwhile (${shares.join(', ')}).`,
        ]),
  ].join('\n');
}

/** Milliseconds as the unit of the part says. */
function shown({ low, median, high }: Quartiles, { part, items }: Result): string {
  const scale = { 's in all': 1e-3, 'us per token': 1e3 / items };
  const factor = part.unit in scale ? scale[part.unit as keyof typeof scale] : 1 / items;
  const [a, b, c] = [low, median, high].map((ms) => (ms * factor).toPrecision(3));
  return `${b} (${a} to ${c})`;
}

async function main(): Promise<void> {
  const options = readOptions();
  const python = options.python ?? (await dataPythonEnvironment(say));
  const results: Result[] = [];
  for (const part of options.parts) results.push(await compare(part, python, options));
  process.stdout.write(`${markdown(results)}\n`);
  if (options.json === undefined) return;
  writeFileSync(options.json, `${JSON.stringify({ machine: machine(), results }, undefined, 2)}\n`);
}

await runProgram(usage, main);
