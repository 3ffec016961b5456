import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { type Failure, failure } from '../diagnostics/failure.ts';
import { reach } from '../store/fault-points.ts';
import { type Owner, ownerOf } from '../store/owner.ts';
import type { Place } from './connect.ts';
import { endOf } from './end-of.ts';
import { freePort } from './free-port.ts';
import { type Lock, takeLock } from './lock.ts';
import { signalProcess, stopProcess } from './stop-process.ts';

export interface ServerOptions {
  /** The Temporal command-line program. */
  readonly binary: string;
  /** Folder for database, lock and log; made when it is not there. */
  readonly directory: string;
  /** Lines for people: a lock taken over, a server restarted. */
  readonly onMessage: (line: string) => void;
  /** The server is another process than before. */
  readonly onProcess: (process: Owner) => void;
  /** The server is gone and was not to be had again. */
  readonly onLost: (failure: Failure) => void;
}

/** A Temporal server that is ours alone. */
export interface EmbeddedServer extends Place {
  /** The process now; another one after a restart. */
  readonly process: Owner;
  stop(): Promise<void>;
}

const readyWithinMs = 30_000;
const stopGraceMs = 5_000;
const maximumRestarts = 3;
/** How a Go program ends that meets an error it did not expect. On a busy machine its parts now and then do not find each other. */
const panicked = 'exit code 2';
const maximumPanics = 2;
const namespace = 'default';
/** The server forgets closed runs after a day otherwise; ours are small. */
const retention = '30 days';

/**
 * Two defaults of the development server make it slow: twenty steps per second and timers that are late by
 * up to a second. WAL with NORMAL survives the death of any process.
 */
const tuning = [
  ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
  ...['--dynamic-config-value', 'history.transferProcessorMaxPollRPS=2000'],
  ...['--dynamic-config-value', 'history.timerProcessorMaxPollRPS=2000'],
  ...['--dynamic-config-value', 'history.visibilityProcessorMaxPollRPS=2000'],
  ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="10ms"'],
  // Priorities of tasks that wait for a worker; one partition per queue, so that they are kept to strictly.
  ...['--dynamic-config-value', 'matching.useNewMatcher=true'],
  ...['--dynamic-config-value', 'matching.numTaskqueueReadPartitions=1'],
  ...['--dynamic-config-value', 'matching.numTaskqueueWritePartitions=1'],
];

/** Starts a private server on a free loopback port, with a lock on its folder, and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<EmbeddedServer> {
  const { directory, onMessage } = options;
  const lock = await takeLock(directory, async ({ pid, server }) => {
    onMessage(`process ${pid}, which used ${directory} before, is gone; taking over from it`);
    if (server) await stopProcess(server, stopGraceMs);
  });
  try {
    const server = new Server(options, lock, await freePort());
    await server.start();
    return server;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

class Server implements EmbeddedServer {
  readonly namespace = namespace;
  readonly connection = {};
  readonly address: string;
  readonly #options: ServerOptions;
  readonly #lock: Lock;
  readonly #port: number;
  #process: Owner | undefined;
  #restarts = 0;
  #isStopping = false;

  constructor(options: ServerOptions, lock: Lock, port: number) {
    this.#options = options;
    this.#lock = lock;
    this.#port = port;
    this.address = `127.0.0.1:${port}`;
  }

  get process(): Owner {
    // Invariant: nobody outside has this object before `start` has returned.
    return this.#process as Owner;
  }

  async start(): Promise<void> {
    for (let panics = 0; ; ) {
      const { end } = await this.#spawn();
      try {
        await this.#waitUntilReady(end);
        void end.then((reason) => this.#restart(reason));
        return;
      } catch (error) {
        signalProcess(this.process, 'SIGKILL');
        if ((await end) !== panicked || ++panics > maximumPanics) throw error;
        this.#options.onMessage('the embedded Temporal server failed while it started; starting it again');
      }
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await stopProcess(this.process, stopGraceMs);
    await this.#lock.release();
  }

  get #log(): string {
    return join(this.#options.directory, 'server.log');
  }

  /** Starts the program. `end` tells how it ended; in an object, so that it is not awaited here. */
  async #spawn(): Promise<{ readonly end: Promise<string> }> {
    const { binary, directory } = this.#options;
    await mkdir(directory, { recursive: true });
    await using log = await open(this.#log, 'a');
    const child = spawn(binary, this.#arguments(await versionOf(binary)), {
      // A process group of its own: ^C in the terminal must reach us first, not the server.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      // It keeps a file of its own in the user's configuration folder: that goes into ours.
      env: { HOME: directory, XDG_CONFIG_HOME: directory, PATH: '/usr/bin:/bin' },
    });
    // Listened to from the first moment: it may end while the lock is being written.
    const end = endOf(child);
    const process = child.pid === undefined ? undefined : ownerOf(child.pid);
    if (process === undefined)
      throw failure('LAC6001', { reason: await withLastLine('it ended at once', this.#log), log: this.#log });
    this.#process = process;
    await this.#lock.noteServer(process, this.address);
    reach('engine:server-spawned');
    return { end };
  }

  #arguments(version: string): readonly string[] {
    // One database per version of the program: an older one may not understand what a newer one wrote.
    const database = join(this.#options.directory, `temporal-${version}.db`);
    const place = ['--ip', '127.0.0.1', '--port', String(this.#port), '--db-filename', database];
    return ['server', 'start-dev', '--headless', '--log-level', 'error', ...place, ...tuning];
  }

  async #waitUntilReady(end: Promise<string>): Promise<void> {
    let ended: string | undefined;
    void end.then((how) => {
      ended = how;
    });
    const until = performance.now() + readyWithinMs;
    while (!(await isReady(this.address))) {
      const reason =
        ended !== undefined
          ? `it ended with ${ended}`
          : performance.now() > until
            ? `no answer in ${readyWithinMs / 1000} s`
            : undefined;
      if (reason !== undefined)
        throw failure('LAC6001', { reason: await withLastLine(reason, this.#log), log: this.#log });
      await wait(20);
    }
  }

  async #restart(reason: string): Promise<void> {
    if (this.#isStopping) return;
    this.#restarts += 1;
    if (this.#restarts > maximumRestarts) {
      this.#options.onLost(failure('LAC6004', { times: this.#restarts, reason, log: this.#log }));
      return;
    }
    this.#options.onMessage(
      `the embedded Temporal server died (${reason}); restarting it on the same database (${this.#restarts} of ${maximumRestarts})`,
    );
    try {
      await this.start();
      this.#options.onProcess(this.process);
      if (this.#isStopping) await stopProcess(this.process, stopGraceMs);
    } catch (error) {
      await this.#restart(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Whether the server answers and has its namespace; sets the retention on the way. */
async function isReady(address: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 1_000, interceptors: [] });
    await connection.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: msToTs(retention) },
    });
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

/** `1.9.1`; asking is also the test whether the program runs at all. */
async function versionOf(binary: string): Promise<string> {
  const child = spawn(binary, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  try {
    await once(child, 'close');
  } catch (error) {
    throw failure(
      'LAC6002',
      { path: binary, reason: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
  const version = /temporal version (\S+)/.exec(text)?.[1];
  if (version === undefined)
    throw failure('LAC6002', { path: binary, reason: `it does not answer "--version" as Temporal does` });
  return version;
}

async function withLastLine(reason: string, log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n');
  // What follows a panic's message are the places in its code.
  const line = lines.findLast((line) => /^(?:panic|fatal error): /.test(line)) ?? lines.at(-1) ?? '';
  return line === '' ? reason : `${reason} (${line.trim()})`;
}
