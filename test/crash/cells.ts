import type { FaultPoint } from '../../store/fault-points.ts';
import { type Combination, type Fault, sensible, type Victim } from './matrix.ts';

/*
 * What is done in each cell of the matrix, and what is promised.
 */

export interface Cell extends Combination {
  /** Where a process stops while the fault is made. */
  readonly hold: FaultPoint | 'before the command';
  /** What the store holds at the start: all but the training and what follows, or all but the table. */
  readonly store: 'prepared' | 'trained';
  /** What the user does: nothing, or the same command again. */
  readonly user: 'nothing' | 'the same command again';
  /** How the first command may end: exit codes, `null` for a signal. */
  readonly exits: readonly (number | null)[];
}

const started: { readonly [victim in Victim]: Cell['hold'] } = {
  'command line': 'cli:before-start',
  worker: 'engine:worker-start',
  'Temporal server': 'engine:server-spawned',
  trainer: 'activity:before-job',
  'S3 server': 'before the command',
};

function holdOf({ victim, fault, moment }: Combination): Cell['hold'] {
  switch (moment) {
    case 'before start':
      return holdBeforeStart(victim, fault);
    case 'mid-step':
      // The list makes a state complete: without room for it there is none.
      return victim === 'worker' && fault === 'disk full'
        ? 'checkpoint:before-list'
        : 'checkpoint:after-list';
    case 'after publish, before record':
      return victim === 'command line' ? 'cli:before-record' : 'activity:after-publish';
    case 'during table write':
      if (victim === 'command line') return 'cli:in-table';
      // The list of the artifact's files under its key is the last thing to be written.
      return victim === 'worker' && fault === 'torn write'
        ? 'store:before-entry-link'
        : 'store:after-blob-before-entry';
  }
}

function holdBeforeStart(victim: Victim, fault: Fault): Cell['hold'] {
  if (fault === 'network cut' && victim !== 'command line') return 'before the command';
  // The first file that it writes is the record of the run.
  if (fault === 'torn write' && victim === 'command line') return 'store:after-temporary-file';
  // A server that finds the disk full when it makes its database.
  if (fault === 'disk full' && victim === 'Temporal server') return 'cli:before-start';
  return started[victim];
}

/** Where the training need not be met it is there already. */
function storeOf({ victim, moment }: Combination): Cell['store'] {
  const isLate = moment === 'during table write';
  return isLate || (victim === 'command line' && moment === 'after publish, before record')
    ? 'trained'
    : 'prepared';
}

type Promised = Pick<Cell, 'user' | 'exits'>;

const heals: Promised = { user: 'nothing', exits: [0] };
const again = (...exits: readonly (number | null)[]): Promised => ({ user: 'the same command again', exits });

function promiseOf(combination: Combination): Promised {
  const { victim, fault, moment } = combination;
  if (victim === 'command line') return promiseOfCommand(combination);
  if (moment === 'before start' && (victim === 'worker' || victim === 'Temporal server'))
    return promiseOfStart(combination);
  if (moment === 'before start' && victim === 'S3 server' && fault === 'disk full') return again(4);
  if (victim === 'S3 server' && fault === 'torn write') return promiseOfLostWrite(combination);
  // With half of its journal the server has lost the run, or only its last events.
  if (victim === 'Temporal server' && fault === 'torn write') return again(0, 4);
  return heals;
}

/** What the server had confirmed and lost again is found where it is read next: in this run, or by the next command. */
function promiseOfLostWrite({ moment }: Combination): Promised {
  switch (moment) {
    case 'after publish, before record':
      return again(0);
    case 'during table write':
      return again(4);
    default:
      return heals;
  }
}

function promiseOfCommand({ fault, moment }: Combination): Promised {
  const hasRun = moment === 'after publish, before record' || moment === 'during table write';
  switch (fault) {
    case 'SIGKILL':
    case 'torn write':
      return again(null);
    case 'SIGTERM':
      return hasRun ? heals : again(130);
    case 'disk full':
      // The results folder is no store.
      return again(moment === 'during table write' ? 1 : 4);
    case 'network cut':
      return moment === 'before start' ? again(4) : heals;
    case 'SIGSTOP, then SIGCONT':
    case 'clock jump':
      return heals;
  }
}

/** A process that dies before it has said that it is ready: the command says so and ends. */
function promiseOfStart({ victim, fault }: Combination): Promised {
  switch (fault) {
    case 'SIGKILL':
    case 'torn write':
      return again(4);
    case 'SIGTERM':
    case 'disk full':
    case 'network cut':
      return victim === 'Temporal server' ? again(4) : heals;
    case 'SIGSTOP, then SIGCONT':
    case 'clock jump':
      return heals;
  }
}

/** Every combination that makes sense, with what is promised. */
export const cells: readonly Cell[] = sensible.map((combination) => ({
  ...combination,
  hold: holdOf(combination),
  store: storeOf(combination),
  ...promiseOf(combination),
}));
