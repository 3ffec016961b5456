import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Failure, failure } from '../diagnostics/failure.ts';
import type { Owner } from '../store/owner.ts';
import { endOf } from './end-of.ts';
import { modulePath, programOf } from './modules.ts';
import type { WorkerNews, WorkerOrder, WorkerSettings } from './worker-settings.ts';

export interface WorkerProcessOptions {
  readonly settings: WorkerSettings;
  /** Added to its environment: the GPU that it may use. */
  readonly env?: { readonly [name: string]: string };
  /** Lines for people: a worker started again, damage in the store. */
  readonly onMessage: (line: string) => void;
  /** The worker died too often. */
  readonly onLost: (failure: Failure) => void;
}

/** A worker in a process of its own, which is started again when it dies. */
export interface WorkerProcess {
  readonly pid: number;
  /** The server that the worker must not leave behind is another process now. */
  noteServer(server: Owner): void;
  /** Takes no new tasks, gives attempts under way back, and says how many they were when the process is gone. */
  stop(): Promise<number>;
}

const maximumRestarts = 3;
/** Longer than a supervised program may take to stop. */
const stopWithinMs = 20_000;

/** Forks a worker and waits until it polls its queues. */
export async function startWorkerProcess(options: WorkerProcessOptions): Promise<WorkerProcess> {
  const worker = new Supervised(options);
  await worker.start();
  return worker;
}

class Supervised implements WorkerProcess {
  readonly #options: WorkerProcessOptions;
  #settings: WorkerSettings;
  #child: ChildProcess | undefined;
  #restarts = 0;
  #givenBack = 0;
  #isStopping = false;

  constructor(options: WorkerProcessOptions) {
    this.#options = options;
    this.#settings = options.settings;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async start(): Promise<void> {
    const { log } = this.#settings;
    const { child, end } = await this.#fork();
    this.#child = child;
    const news = firstNews(child, end);
    child.on('message', (message: WorkerNews) => this.#hear(message));
    const first = await this.#order(child, news);
    if (!('ready' in first)) {
      child.kill('SIGKILL');
      throw failure('LAC6009', { reason: first.failed, log });
    }
    void end.then((reason) => this.#restart(reason));
  }

  /** A process that could not be told what to do must not stay and wait for it. */
  async #order(child: ChildProcess, news: Promise<FirstNews>): Promise<FirstNews> {
    try {
      send(child, { start: this.#settings });
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    return await news;
  }

  noteServer(server: Owner): void {
    this.#settings = { ...this.#settings, server };
    if (this.#child) send(this.#child, { server });
  }

  async stop(): Promise<number> {
    this.#isStopping = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return this.#givenBack;
    const exit = endOf(child);
    send(child, { stop: true });
    const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await exit;
    clearTimeout(timer);
    return this.#givenBack;
  }

  async #fork(): Promise<{ readonly child: ChildProcess; readonly end: Promise<string> }> {
    const { module, execArgv } = programOf(modulePath('engine/worker-main'));
    await mkdir(dirname(this.#settings.log), { recursive: true });
    await using log = await open(this.#settings.log, 'a');
    const child = fork(module, [], {
      // A process group of its own: ^C in the terminal is ours to handle.
      detached: true,
      env: { ...process.env, ...this.#options.env },
      execArgv: [...execArgv],
      // Certificates are bytes.
      serialization: 'advanced',
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    });
    // Listened to from the first moment: it may end while the log is being closed here.
    return { child, end: endOf(child) };
  }

  #hear(news: WorkerNews): void {
    if ('givenBack' in news) this.#givenBack = news.givenBack;
    if (!('damage' in news)) return;
    const { path, reason, quarantine } = news.damage;
    this.#options.onMessage(`damaged: ${path}: ${reason}. Moved to ${quarantine}; it is made again`);
  }

  async #restart(reason: string): Promise<void> {
    if (this.#isStopping) return;
    this.#restarts += 1;
    if (this.#restarts > maximumRestarts) {
      this.#options.onLost(failure('LAC6008', { times: this.#restarts, reason, log: this.#settings.log }));
      return;
    }
    this.#options.onMessage(
      `the worker process died (${reason}); starting another one (${this.#restarts} of ${maximumRestarts})`,
    );
    try {
      await this.start();
      if (this.#isStopping) await this.stop();
    } catch (error) {
      await this.#restart(error instanceof Error ? error.message : String(error));
    }
  }
}

type FirstNews = Extract<WorkerNews, { readonly ready: true } | { readonly failed: string }>;

/** What the child says first that is not about damage, or how it ended. */
function firstNews(child: ChildProcess, end: Promise<string>): Promise<FirstNews> {
  return new Promise((resolve) => {
    child.on('message', (news: WorkerNews) => {
      if ('ready' in news || 'failed' in news) resolve(news);
    });
    void end.then((reason) => resolve({ failed: `it ended with ${reason}` }));
  });
}

function send(child: ChildProcess, order: WorkerOrder): void {
  // A child that has just died cannot be told anything; its end is handled where it is waited for.
  if (child.connected) child.send(order, () => {});
}
