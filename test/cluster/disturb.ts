import { setTimeout as wait } from 'node:timers/promises';
import type { Lab } from './lab.ts';
import type { Machine } from './machines.ts';
import type { Attempt, Observer } from './observe.ts';

/** Something that was measured, with what is promised of it. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: 's' | 'steps' | '';
  readonly atMost?: number;
}

/** What happens to a lab while a pipeline runs. Ends early when the signal aborts, because the run has ended. */
export type Disturbance = (lab: Lab, observer: Observer, signal: AbortSignal) => Promise<readonly Measure[]>;

/** The interval that the test's pipeline keeps states in. */
export const checkpointSteps = 20;

/** An attempt counts as lost when nothing was heard of it for ten seconds; five more to have it under way elsewhere. */
const recoveryAtMost = 10 + 5;

const lookEveryMs = 200;

/** Looks on, until there is something to see. */
export const lookOn: Disturbance = async (_, observer, signal) => {
  while ((await observer.attempts()).length === 0) await wait(lookEveryMs, undefined, { signal });
  return [];
};

/** Ends every process of the machine that trains, in the middle of an interval between two states. */
export const killWorker: Disturbance = async (lab, observer, signal) => {
  const victim = await inMidTraining(lab, observer, signal);
  const killedAt = performance.now();
  await victim.machine.kill();
  return recovery(victim.lost, killedAt, observer, signal);
};

/** Pulls the network cable of the machine that trains, and puts it in again when another one has taken over. */
export const cutWorker: Disturbance = async (lab, observer, signal) => {
  const victim = await inMidTraining(lab, observer, signal);
  const cutAt = performance.now();
  await victim.machine.cut();
  try {
    return await recovery(victim.lost, cutAt, observer, signal);
  } finally {
    await victim.machine.plugIn();
  }
};

/** Ends the S3 server with SIGKILL while a training keeps states in it, and starts it again. */
export const restartS3: Disturbance = async (lab, observer, signal) => {
  await inMidTraining(lab, observer, signal);
  const start = performance.now();
  await lab.servers.s3.restart(5_000);
  return [{ what: 'S3 server was away', value: (performance.now() - start) / 1000, unit: 's' }];
};

interface Victim {
  readonly machine: Machine;
  /** Attempts that end with it. */
  readonly lost: readonly Attempt[];
}

/** Waits until a training has a kept state and is some steps past it. */
async function inMidTraining({ workers }: Lab, observer: Observer, signal: AbortSignal): Promise<Victim> {
  for (;;) {
    const attempts = (await observer.attempts()).filter(({ isStarted }) => isStarted);
    const training = attempts.find(({ progress }) => stepsPastState(progress) >= checkpointSteps / 4);
    for (const machine of training ? workers : []) {
      const pids = new Set(await machine.pids());
      const there = attempts.filter(({ pid }) => pids.has(pid));
      if (training !== undefined && there.includes(training)) return { machine, lost: there };
    }
    await wait(lookEveryMs, undefined, { signal });
  }
}

function stepsPastState(progress: Attempt['progress']): number {
  return progress?.checkpoint === undefined ? 0 : progress.done - progress.checkpoint;
}

/** When others have taken lost attempts up and, where they had a state, how much they do again. */
async function recovery(
  lost: readonly Attempt[],
  sinceMs: number,
  observer: Observer,
  signal: AbortSignal,
): Promise<readonly Measure[]> {
  const measures = lost.map(async (before): Promise<readonly Measure[]> => {
    const successor = (isIt: (now: Attempt) => boolean) =>
      waitFor(observer, signal, before.place, (now) => isSuccessor(now, before) && isIt(now));
    await successor(() => true);
    const seconds = (performance.now() - sinceMs) / 1000;
    const name = nameOf(before);
    const again: Measure = {
      what: `${name} under way again`,
      value: seconds,
      unit: 's',
      atMost: recoveryAtMost,
    };
    if (before.progress?.checkpoint === undefined) return [again];
    // Until the new attempt is heard of the server shows what the lost one said last.
    const said = JSON.stringify(before.progress);
    const now = await successor(
      ({ progress }) => progress?.checkpoint !== undefined && JSON.stringify(progress) !== said,
    );
    const repeated = Math.max(0, before.progress.done - (now?.progress?.checkpoint ?? 0));
    return [again, { what: `${name} repeats`, value: repeated, unit: 'steps', atMost: checkpointSteps }];
  });
  return (await Promise.all(measures)).flat();
}

function isSuccessor(now: Attempt, before: Attempt): boolean {
  return now.attempt > before.attempt && now.isStarted;
}

/** The attempt that is as asked for, or nothing when its task is done meanwhile. */
async function waitFor(
  observer: Observer,
  signal: AbortSignal,
  place: string,
  isIt: (attempt: Attempt) => boolean,
): Promise<Attempt | undefined> {
  for (;;) {
    const now = (await observer.attempts()).find((attempt) => attempt.place === place);
    if (now === undefined || isIt(now)) return now;
    await wait(lookEveryMs, undefined, { signal });
  }
}

function nameOf({ place, progress }: Attempt): string {
  return `${progress?.phase ?? 'task'} (${place})`;
}
