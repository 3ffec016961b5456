import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { locateTools } from '../../setup/locate-tools.mjs';
import type { Bucket } from './bucket.ts';
import type { Cell } from './cells.ts';
import { faultsIn, wordsOf } from './checks.ts';
import { signal } from './processes.ts';
import { type Ended, type Program, startProgram, until } from './programs.ts';
import { openStage, type Stage } from './stage.ts';
import { machineOf, strike } from './strike.ts';
import { strikeBucket } from './strike-bucket.ts';
import { cleanEnvironment, type World } from './world.ts';

const limitMs = 180_000;

/** Plays a cell to its end and gives everything that is not as promised: nothing when all is well. */
export async function perform(cell: Cell, world: World): Promise<readonly string[]> {
  await using stage = await openStage(cell, world);
  if (stage.network && stage.bucket === undefined) return await performOnNetwork(cell, world, stage);
  const first = await (stage.bucket ? performOnBucket(cell, stage, stage.bucket) : performHere(cell, stage));
  // What a command started ends with it, however it ends.
  await until(
    'the end of what the command started',
    20_000,
    () => stage.processes().length === 0 || undefined,
  );
  const last = cell.user === 'nothing' ? first : await stage.run(false).finished;
  return faultsIn({ cell, stage, world, first, last, status: await statusOf(stage) });
}

/** What `lacuna status` says at the end; it also names records that are damaged. */
function statusOf(stage: Stage): Promise<Ended> {
  return stage.lacuna(['status', '--json']).finished;
}

async function performHere(cell: Cell, stage: Stage): Promise<Ended> {
  const command = stage.run(true);
  await strike({ cell, stage, command, held: await stage.held(command) });
  return command.finished;
}

async function performOnBucket(cell: Cell, stage: Stage, bucket: Bucket): Promise<Ended> {
  const isFirst = cell.hold === 'before the command';
  const held = isFirst ? undefined : await holdCommand(stage);
  const goOn = () => held?.goOn() ?? stage.run(false);
  return (await strikeBucket({ cell, stage, bucket, goOn })).finished;
}

/** Starts the command and waits until a process stands still. */
async function holdCommand(stage: Stage): Promise<{ readonly goOn: () => Program }> {
  const command = stage.run(true);
  const held = await stage.held(command);
  return {
    goOn: () => {
      signal(held, 'SIGCONT');
      return command;
    },
  };
}

/** With a server on a machine of its own, and a worker for the training on another. */
async function performOnNetwork(cell: Cell, world: World, stage: Stage): Promise<readonly string[]> {
  await startServer(stage);
  const isFar = cell.hold.startsWith('checkpoint:') || cell.hold.startsWith('activity:');
  const isCutFirst = cell.hold === 'before the command';
  if (isCutFirst) stage.network?.cut(machineOf(cell));
  let far = farWorker(stage, isFar);
  const command = stage.run(!isFar);
  if (isCutFirst) {
    // Whoever cannot reach the server says so and ends; its user, or systemd, starts it again.
    const notes = wordsOf(await far.finished, 'the worker');
    if (cell.victim === 'Temporal server') await command.finished;
    stage.network?.mend(machineOf(cell));
    far = farWorker(stage, false);
    if (notes.length > 0) return notes;
  } else {
    await strike({ cell, stage, command, held: await stage.held(command) });
  }
  const first = await command.finished;
  const last = cell.user === 'nothing' ? first : await stage.run(false).finished;
  const status = await statusOf(stage);
  signal(far.pid, 'SIGTERM');
  const { exit, stderr } = await far.finished;
  const ending = exit === 0 ? [] : [`the worker ended with ${exit} when it was stopped:\n${stderr}`];
  return [...ending, ...faultsIn({ cell, stage, world, first, last, status })];
}

function farWorker(stage: Stage, holds: boolean): Program {
  return stage.lacuna(['worker', '--queue', 'far'], { machine: 'far', holds });
}

/** A development server, as a lab would run a real one. */
async function startServer({ folder, network }: Stage): Promise<void> {
  const { path } = locateTools(process.env).temporal;
  if (network === undefined || path === undefined)
    throw new Error('there is no Temporal server here; run npm run setup');
  const home = join(folder, 'server');
  mkdirSync(home);
  const address = network.addressOf('server');
  const place = ['--ip', '0.0.0.0', '--port', '7233', '--db-filename', join(home, 'temporal.db')];
  startProgram([path, 'server', 'start-dev', '--headless', '--log-level', 'error', ...place], {
    cwd: home,
    env: { HOME: home, PATH: process.env['PATH'] },
    limitMs: 10 * limitMs,
    namespace: network.namespaceOf('server'),
  });
  await until('an answer of the server', 30_000, async () => {
    const argv = [path, 'operator', 'namespace', 'describe', 'default', '--address', `${address}:7233`];
    const asked = startProgram(argv, {
      cwd: home,
      env: cleanEnvironment(),
      limitMs,
      namespace: network.namespaceOf('server'),
    });
    return (await asked.finished).exit === 0 || undefined;
  });
}
