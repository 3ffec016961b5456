import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Cell } from './cells.ts';
import type { Ended } from './programs.ts';
import { checkpointSteps } from './small-pipeline.ts';
import type { Stage } from './stage.ts';
import { artifactsOf, filesBelow, flawsOf, leftIn } from './store-files.ts';
import { readTable, type World } from './world.ts';

/** A cell after its end. */
export interface Played {
  readonly cell: Cell;
  readonly stage: Stage;
  readonly world: World;
  /** How the command ended that met the fault. */
  readonly first: Ended;
  /** How the last command ended: the same one where the user had nothing to do. */
  readonly last: Ended;
  /** What `lacuna status --json` said at the very end. */
  readonly status: Ended;
}

/** Everything that is not as promised. */
export function faultsIn(played: Played): readonly string[] {
  const { cell, stage, first, last } = played;
  return [
    ...wordsOf(first, 'the command'),
    ...wordsOf(last, 'the last command'),
    ...(cell.exits.includes(first.exit)
      ? []
      : [`the command ended with ${first.exit} instead of ${cell.exits.join(' or ')}:\n${first.stderr}`]),
    ...(last.exit === 0 ? [] : [`the last command ended with ${last.exit}:\n${last.stderr}`]),
    ...recordFlaws(played),
    ...flawsOf(stage.store),
    ...leftIn(join(stage.work, 'tmp')),
    ...differences(played),
    ...repetition(played),
    ...strays(stage),
  ];
}

/** All records can be read; the newest run is done, and none passes for running. */
function recordFlaws({ status: { exit, stdout, stderr }, last }: Played): readonly string[] {
  if (exit !== 0) return [`lacuna status ended with ${exit}:\n${stderr}`];
  const [newest, ...older] = JSON.parse(stdout) as readonly { readonly state: string }[];
  // With nothing left to run there is no run to record.
  const isDone = newest?.state === 'done' || last.stderr.includes('nothing to run');
  return [
    ...(isDone ? [] : [`the last run is recorded as ${newest?.state}`]),
    ...older.filter(({ state }) => state === 'running').map(() => 'a run that is gone passes for running'),
  ];
}

/** A command never shows a stack trace; one that did not do its work ends with what to type next. */
export function wordsOf({ exit, stderr }: Ended, who: string): readonly string[] {
  const trace = /^\s+at .+:\d+:\d+\)?$|LAC9001/m.test(stderr);
  const lastLine = stderr.trimEnd().split('\n').at(-1) ?? '';
  const isHelpful = /Go on with: lacuna run |^More: lacuna explain LAC\d+$/.test(lastLine);
  return [
    ...(trace ? [`${who} showed a stack trace or a bug:\n${stderr}`] : []),
    ...(exit === 0 || exit === null || isHelpful ? [] : [`${who} ended with no advice: ${lastLine}`]),
  ];
}

/** The table, and the bytes of every artifact, as the undisturbed run made them. */
function differences({ stage, world }: Played): readonly string[] {
  const table = existsSync(join(stage.folder, 'results/crash')) ? readTable(stage.folder) : '';
  const found = artifactsOf(stage.store);
  const others = [...world.artifacts].filter(([key, digest]) => found.get(key) !== digest);
  return [
    ...(table === world.table ? [] : ['the table has other bytes']),
    ...others.map(([key]) => `the artifact of ${key} has another digest, or is not there`),
  ];
}

/** What the logs of the training's attempts say of steps that were computed again. */
function repetition({ cell, stage }: Played): readonly string[] {
  // Where there is no room for a state there is none to go on from; states of a result that was published are dropped.
  if (cell.fault === 'disk full' || losesResult(cell)) return [];
  const attempts = filesBelow(join(stage.work, 'logs'))
    .filter((path) => basename(path) === 'timing.ndjson' && path.includes('train_'))
    .map(stepsIn);
  return repetitionIn(attempts.filter((steps) => steps.length > 0));
}

/** The S3 server had confirmed the result, and lost it. */
function losesResult({ victim, fault, moment }: Cell): boolean {
  return victim === 'S3 server' && fault === 'torn write' && moment === 'after publish, before record';
}

/** At most one interval between two checkpoints is computed again for each attempt that was lost. */
export function repetitionIn(attempts: readonly (readonly number[])[]): readonly string[] {
  const steps = attempts.flat();
  const repeated = steps.length - new Set(steps).size;
  const allowed = Math.max(0, attempts.length - 1) * checkpointSteps;
  return repeated <= allowed
    ? []
    : [`${repeated} steps were computed again, ${allowed} are promised at most`];
}

function stepsIn(path: string): readonly number[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) =>
      line.startsWith('{') && line.endsWith('}') ? [(JSON.parse(line) as { step: number }).step] : [],
    );
}

function strays(stage: Stage): readonly string[] {
  if (stage.network) return [];
  return stage.processes().map(({ pid, command }) => `process ${pid} stayed behind: ${command}`);
}
