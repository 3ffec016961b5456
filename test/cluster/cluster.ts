import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { endCommands } from '../../setup/run-command.mjs';
import { checkpointSteps, cutWorker, killWorker, lookOn, restartS3 } from './disturb.ts';
import { closeLabs, openLab } from './lab.ts';
import { lacuna, readFiles } from './lacuna.ts';
import { whyNoNetwork } from './machines.ts';
import { findPrograms, type Programs } from './programs.ts';
import { type Outcome, runScenario, type Scenario } from './scenario.ts';
import { tryCertificates } from './tls.ts';

/*
 * `npm run test:cluster`: a lab of three machines (network namespaces), with PostgreSQL, Temporal and an S3 server on one
 * and workers on two, runs the emoji pipeline to the bytes that one machine makes, whatever happens meanwhile.
 *
 *   --only NAME     of the scenarios below or `tls`; may be repeated
 *   --small         shorter trainings, one seed: a few minutes
 *   --store folder  a folder that all share instead of a bucket
 *   --alone FOLDER  results that one machine made before, with the same version and --small or not: saves that run
 *   --keep          keeps logs and stores
 */

const scenarios: readonly Scenario[] = [
  { name: 'undisturbed', disturb: lookOn },
  { name: 'worker-killed', disturb: killWorker },
  { name: 's3-restarted', disturb: restartS3 },
  { name: 'worker-cut-off', disturb: cutWorker },
];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    small: { type: 'boolean', default: false },
    store: { type: 'string', default: 's3' },
    alone: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const reason = await whyNoNetwork();
  if (reason !== undefined) {
    console.error(`SKIPPED, nothing was tested: ${reason}.`);
    return 0;
  }
  const programs = await findPrograms();
  const isChosen = (name: string) => options.only === undefined || options.only.includes(name);
  const chosen = scenarios.filter(({ name }) => isChosen(name));
  const outcomes = [
    ...(chosen.length > 0 ? await runScenarios(programs, chosen) : []),
    ...(isChosen('tls') ? [print(await tryCertificates(programs, options.keep))] : []),
  ];
  const bad = outcomes.filter(({ problems }) => problems.length > 0);
  console.log(`${outcomes.length - bad.length} of ${outcomes.length} scenarios as promised`);
  return outcomes.length === 0 || bad.length > 0 ? 1 : 0;
}

async function runScenarios(programs: Programs, chosen: readonly Scenario[]): Promise<readonly Outcome[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-alone-'));
  try {
    const pipeline = join(folder, 'quick.yaml');
    await writeFile(pipeline, await pipelineText(options.small));
    const start = performance.now();
    const reference = await (options.alone === undefined
      ? runAlone(pipeline, folder)
      : readFiles(options.alone));
    if (reference.size === 0) throw new Error('one machine wrote no tables to compare with');
    const seconds = (performance.now() - start) / 1000;
    const alone: Outcome = {
      name: 'one machine',
      measures: [{ what: 'the run', value: seconds, unit: 's' }],
      problems: [],
    };
    if (options.alone === undefined) print(alone);
    await using lab = await openLab(programs, false, options.keep);
    print({
      name: 'starting the servers',
      measures: lab.servers.startSeconds.map(([what, value]) => ({ what, value, unit: 's' as const })),
      problems: [],
    });
    const outcomes: Outcome[] = [];
    const store = options.store === 'folder' ? 'folder' : 's3';
    for (const scenario of chosen) {
      outcomes.push(print(await runScenario(scenario, { lab, pipeline, reference, store })));
    }
    return outcomes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The emoji pipeline with states that are kept often. They enter no key and change no result. */
async function pipelineText(small: boolean): Promise<string> {
  const path = fileURLToPath(new URL('../../pipelines/emoji/quick.yaml', import.meta.url));
  const document = parseDocument(await readFile(path, 'utf8'));
  for (const step of ['pretrain-image', 'train'])
    document.setIn(['steps', step, 'checkpoint'], { steps: checkpointSteps });
  if (small) {
    document.setIn(['steps', 'pretrain-image', 'with', 'epochs'], 3);
    document.setIn(['steps', 'train', 'with', 'epochs'], 1);
    document.setIn(['steps', 'train', 'with', 'schedule', 'warmupEpochs'], 0);
    document.setIn(['seeds'], [0]);
  }
  return String(document);
}

/** What the pipeline writes on this machine alone, with a server of its own and a store in a folder. */
async function runAlone(pipeline: string, folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const results = join(folder, 'results');
  await mkdir(results);
  const env = { LACUNA_STORE: join(folder, 'store'), LACUNA_RESULTS: results };
  const run = await lacuna(['run', pipeline], folder, env);
  if (run.code !== 0) throw new Error(`the run on one machine failed:\n${run.stderr}`);
  return readFiles(results);
}

function print(outcome: Outcome): Outcome {
  console.log(`\n${outcome.name}${outcome.problems.length > 0 ? ': NOT AS PROMISED' : ''}`);
  for (const { what, value, unit, atMost } of outcome.measures) {
    const number = unit === 's' ? value.toFixed(1) : String(value);
    const limit = atMost === undefined ? '' : `   (at most ${atMost})`;
    console.log(`  ${what.padEnd(44)} ${number.padStart(8)} ${unit.padEnd(5)}${limit}`);
  }
  for (const problem of outcome.problems) console.log(`  ! ${problem.replaceAll('\n', '\n    ')}`);
  return outcome;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, async () => {
    endCommands();
    await closeLabs();
    process.exit(1);
  });
}
process.exitCode = await main();
