import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { failure } from '../diagnostics/failure.ts';
import type { RunRecord, Store } from '../store/store.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { findRun, listRuns } from './find-run.ts';
import { type LogFile, logFilesOf, logFolder } from './log-files.ts';
import { openStore } from './open-store.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface LogsOptions {
  readonly run: string;
  /** A task, or a step for all of its tasks; the ends of all logs when left out. */
  readonly task?: string;
  /** Go on with what is written, until the run is over. */
  readonly follow: boolean;
  readonly json: boolean;
}

/** Bytes from the end of each log, when no task is named. */
const endBytes = 2_000;
const lookEveryMs = 500;

/** Prints what the attempts of a run wrote on this machine. */
export async function logs(options: LogsOptions, terminal: Terminal): Promise<ExitStatus> {
  const store = await openStore(loadSettings(), terminal);
  const record = await findRun(store, options.run);
  const find = () => findLogs(store, record, options.task);
  const found = await find();
  if (found.length === 0 && !options.follow) {
    const what = options.task === undefined ? 'any task' : `task "${options.task}"`;
    throw failure('LAC1934', { run: record.id, what, folder: logFolder(store.workDirectory, record.id) });
  }
  if (options.json && !options.follow) {
    terminal.out(JSON.stringify(found, null, 2));
    return exitCodes.done;
  }
  const reader = new LogReader(options.json, terminal);
  await reader.readOn(found, options.task === undefined ? endBytes : Number.POSITIVE_INFINITY);
  while (options.follow && (await findRun(store, record.id)).state === 'running') {
    await wait(lookEveryMs);
    await reader.readOn(await find(), Number.POSITIVE_INFINITY);
  }
  return exitCodes.done;
}

/**
 * Logs lie under the run that was first given the plan; a run that went on with it after a crash has them there. So
 * runs of the same plan before this one are looked through, back to one that was done.
 */
async function findLogs(
  store: Store,
  record: RunRecord,
  task: string | undefined,
): Promise<readonly LogFile[]> {
  const same = (await listRuns(store)).filter(
    ({ plan, startedAt }) => plan === record.plan && startedAt < record.startedAt,
  );
  const end = same.findIndex(({ state }) => state === 'done');
  const chain = [...(end < 0 ? same : same.slice(0, end)).toReversed(), record];
  const files = await Promise.all(
    chain.map(({ id }) => logFilesOf(logFolder(store.workDirectory, id), record)),
  );
  const wanted = (file: LogFile) =>
    task === undefined || file.task === task || file.task?.startsWith(`${task}[`) === true;
  return files.flat().filter(wanted);
}

/** Prints what files gained since the last look, each under a head of its own where there are several. */
class LogReader {
  readonly #json: boolean;
  readonly #terminal: Terminal;
  readonly #read = new Map<string, number>();
  #last = '';

  constructor(json: boolean, terminal: Terminal) {
    this.#json = json;
    this.#terminal = terminal;
  }

  /** Reads on; of a file that was not seen before at most `most` bytes from its end. */
  async readOn(files: readonly LogFile[], most: number): Promise<void> {
    for (const file of files) {
      const from = this.#read.get(file.path) ?? Math.max(0, file.bytes - most);
      this.#read.set(file.path, file.bytes);
      if (file.bytes > from) this.#print(file, await textOf(file.path, from, file.bytes));
    }
  }

  #print(file: LogFile, text: string): void {
    if (this.#json) {
      this.#terminal.out(JSON.stringify({ ...file, text }));
      return;
    }
    const title = file.task === undefined ? 'the run' : `${file.task}, attempt ${file.attempt}`;
    if (file.path !== this.#last)
      this.#terminal.out(this.#terminal.colours.bold(`== ${title}: ${file.path}`));
    this.#last = file.path;
    this.#terminal.out(text.trimEnd());
  }
}

async function textOf(path: string, from: number, to: number): Promise<string> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
  return buffer.toString('utf8', 0, bytesRead);
}
