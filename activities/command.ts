import { spawn } from 'node:child_process';
import { appendFile, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { failure } from '../diagnostics/failure.ts';
import type { Job, RunJob } from '../plan/job.ts';
import type { CommandParams } from '../plan/params.ts';
import { codeOf } from '../store/refusal.ts';
import { followCheckpoints } from './command-checkpoints.ts';
import { type CommandPlace, environmentOf, layOutPlace } from './command-place.ts';
import { readProgress } from './command-progress.ts';
import { keepScores } from './command-scores.ts';
import { type End, endOf, guardGroup, holdGroup, lastWords, maybe } from './process-group.ts';
import { reasonOf } from './read-scores.ts';

/** How often progress and checkpoints of a program are looked at, in ms. */
const lookEveryMs = 1_000;

/** EX_TEMPFAIL of sysexits.h: not now, perhaps later. */
const tryAgain = 75;

/**
 * Operation `command`: runs a program of the author's in a process group of its own, with a copy of its code as working
 * folder. What it writes to LACUNA_OUTPUT is the result; what it keeps in LACUNA_CHECKPOINTS is there for the attempt after
 * it. An aborted signal asks it to stop and leaves it time to save once more. Throws LAC4401 to LAC4410.
 */
export const command: RunJob<CommandParams> = async (job, context) => {
  const { params, scratchDirectory, logFile: log = join(scratchDirectory, 'log') } = job;
  const { signal, report, checkpoints } = context;
  const program = describe(params.run);
  const note = (text: string) => appendFile(log, `lacuna: ${text}\n`);
  const place = await layOutPlace(job);
  const progress = readProgress(place.progress, report, note);
  const { done } = progress;
  const folder = { folder: place.checkpoints, scratch: scratchDirectory, program, done, note };
  const states = await followCheckpoints(folder, checkpoints);
  signal.throwIfAborted();
  const env = environmentOf(place, params, checkpoints?.every, process.env);
  const look = async () => {
    await progress.look();
    await states.look();
  };
  const end = await runToEnd(await start(params.run, place, env, { log, program }), look, signal);
  await progress.look();
  // Of a program that was stopped or failed: what it kept last is where the next attempt begins.
  if (signal.aborted) await states.look().catch((error: unknown) => note(reasonOf(error)));
  else if (end.exit !== 0) await states.look();
  signal.throwIfAborted();
  if (end.exit !== 0) throw await failureOf(end, program, log);
  return conclude(job, place, program);
};

async function runToEnd({ group, guard, end }: Started, look: () => Promise<void>, signal: AbortSignal) {
  using held = holdGroup(group, signal);
  using _ = guard;
  return await watch(end, look, () => held.stop('SIGTERM'));
}

/** Waits for the end and looks every second. A look that fails ends the program, and then rejects. */
async function watch(end: Promise<End>, look: () => Promise<void>, stop: () => void): Promise<End> {
  const over = new AbortController();
  const ended = end.finally(() => over.abort());
  try {
    while (!over.signal.aborted) {
      await Promise.race([ended, wait(lookEveryMs, undefined, { signal: over.signal }).catch(() => {})]);
      if (!over.signal.aborted) await look();
    }
  } catch (error) {
    stop();
    await ended;
    throw error;
  }
  return ended;
}

interface Started {
  readonly group: number;
  readonly guard: Disposable;
  readonly end: Promise<End>;
}

async function start(
  [file = '', ...args]: readonly string[],
  { work }: CommandPlace,
  env: NodeJS.ProcessEnv,
  { log, program }: { readonly log: string; readonly program: string },
): Promise<Started> {
  await using output = await open(log, 'a');
  try {
    const stdio = ['ignore', output.fd, output.fd] as const;
    const child = spawn(file, args, { cwd: work, env, detached: true, stdio: [...stdio] });
    // Listened to from the first moment: it may end while the log is being closed here.
    const end = endOf(child);
    end.catch(() => {});
    if (child.pid !== undefined) return { group: child.pid, guard: guardGroup(child.pid), end };
    throw await end.then(String, (error: unknown) => error);
  } catch (error) {
    const passes = ['EAGAIN', 'ENOMEM', 'EMFILE', 'ENFILE'].includes(codeOf(error) ?? '');
    throw failure(passes ? 'LAC4405' : 'LAC4404', { program, reason: reasonOf(error) }, error);
  }
}

async function failureOf({ exit, signal }: End, program: string, log: string): Promise<Error> {
  if (signal !== null) return failure('LAC4403', { program, signal, maybe: maybe(signal), log });
  const words = await lastWords(log);
  if (exit === tryAgain) return failure('LAC4402', { program, words, log });
  return failure('LAC4401', { program, exit: exit ?? -1, words, log });
}

async function conclude(job: Job<CommandParams>, { scores }: CommandPlace, program: string) {
  const declared = job.params.scores;
  if (declared === undefined) return { mediaType: 'application/vnd.lacuna.command', summary: {} };
  const summary = await keepScores(scores, declared, program, job);
  return { mediaType: 'application/vnd.lacuna.scores', summary };
}

/** The program and where it begins, as one would type it; for messages only. */
function describe(run: readonly string[]): string {
  const text = run.map((item) => (/^[\w@%+=:,./-]+$/.test(item) ? item : JSON.stringify(item))).join(' ');
  return text.length <= 120 ? text : `${text.slice(0, 117)}...`;
}
