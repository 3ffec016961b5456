import { setTimeout as wait } from 'node:timers/promises';
import type { Cell } from './cells.ts';
import { signal } from './processes.ts';
import type { Program } from './programs.ts';
import type { Machine, Stage } from './stage.ts';
import { tear } from './tear.ts';
import { fillForAWhile, jumpForAWhile, longMs, shortMs } from './while.ts';

/** A run of which one process stands still at the moment of the cell. */
export interface Scene {
  readonly cell: Cell;
  readonly stage: Stage;
  readonly command: Program;
  /** The process that stands still. */
  readonly held: number;
}

/** Does the fault to the victim, lets the held process go on, and ends what passes by itself: a stop, a full disk. */
export async function strike(scene: Scene): Promise<void> {
  const { cell, stage, command, held } = scene;
  const goOn = () => {
    signal(held, 'SIGCONT');
    return command;
  };
  if (isComputing(cell)) {
    goOn();
    await wait(50);
  }
  switch (cell.fault) {
    case 'SIGKILL':
    case 'SIGTERM':
      signal(await stage.find(cell.victim, command), cell.fault);
      goOn();
      return;
    case 'SIGSTOP, then SIGCONT':
      return stopForAWhile(scene, await stage.find(cell.victim, command));
    case 'disk full':
      await fillForAWhile(cell, stage, goOn);
      return;
    case 'torn write':
      await tear(cell, stage, command, held);
      goOn();
      return;
    case 'network cut':
      return cutForAWhile(scene);
    case 'clock jump':
      await jumpForAWhile(stage, goOn);
  }
}

/** In the middle of a step the trainer computes; only the worker is met where it stands still. */
function isComputing({ victim, fault, moment }: Cell): boolean {
  return moment === 'mid-step' && victim !== 'worker' && fault !== 'disk full';
}

async function stopForAWhile({ cell, held }: Scene, victim: number): Promise<void> {
  signal(victim, 'SIGSTOP');
  if (victim !== held) signal(held, 'SIGCONT');
  const isLong = cell.moment === 'mid-step' && cell.victim !== 'command line';
  await wait(isLong ? longMs : shortMs);
  signal(victim, 'SIGCONT');
}

async function cutForAWhile({ cell, stage, command, held }: Scene): Promise<void> {
  const machine = machineOf(cell);
  stage.network?.cut(machine);
  signal(held, 'SIGCONT');
  if (cell.user === 'nothing') await wait(machine === 'far' ? longMs : shortMs);
  else await command.finished;
  stage.network?.mend(machine);
}

const machines = {
  'command line': 'here',
  worker: 'far',
  'Temporal server': 'server',
  trainer: 'far',
  'S3 server': 's3',
} as const;

/** Whose link is cut. The table is made by the worker beside the command line. */
export function machineOf({ victim, moment }: Pick<Cell, 'victim' | 'moment'>): Machine {
  return victim === 'worker' && moment === 'during table write' ? 'here' : machines[victim];
}
