import { setTimeout as wait } from 'node:timers/promises';
import type { Cell } from './cells.ts';
import { type Program, until } from './programs.ts';
import type { Stage } from './stage.ts';

/** Longer than the heartbeat timeout, so that an attempt is given up by the server while it still lives. */
export const longMs = 13_000;
export const shortMs = 3_000;
export const hourMs = 3_600_000;

/** Fills the victim's disk, lets the run go on, and frees it when the run has noticed or has ended. */
export async function fillForAWhile(cell: Cell, stage: Stage, goOn: () => Program): Promise<Program> {
  stage.disk?.fill();
  const command = goOn();
  const hasNoticed = () => command.hasEnded() || command.stdout().includes('"kind":"retry"') || undefined;
  // Some say nothing: they are given the time to fail.
  if (cell.user === 'nothing') await until('a notice', shortMs, hasNoticed).catch(() => {});
  else await command.finished;
  stage.disk?.free();
  return command;
}

/** The clock of the victim is an hour ahead, then an hour behind, then right again. */
export async function jumpForAWhile(stage: Stage, goOn: () => Program): Promise<Program> {
  stage.setClock(hourMs);
  const command = goOn();
  await wait(shortMs / 2);
  stage.setClock(-hourMs);
  await wait(shortMs / 2);
  stage.setClock(0);
  return command;
}
