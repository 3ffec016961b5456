import type { Worker, WorkerOptions } from 'node:worker_threads';
import { Failure, failure } from '../diagnostics/failure.ts';
import type { Code } from '../diagnostics/message.ts';
import type { Reply, Request } from './protocol.ts';
import { startThread } from './start-thread.ts';

/** Threads that share work. Each does one piece at a time; what is asked of a busy pool waits its turn. */
export class ThreadPool<Work, Result> implements AsyncDisposable {
  readonly #start: () => Worker;
  readonly #size: number;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: ((thread: Worker) => void)[] = [];

  /** Threads are started when they are first needed, at most `size` of them. */
  constructor(program: URL, size: number, options: WorkerOptions = {}) {
    this.#start = () => startThread(program, options);
    this.#size = size;
  }

  /** One piece of work. A failure in the thread is thrown here; a thread that ends unasked is LAC9001. */
  async run(work: Work, onProgress: (progress: unknown) => void = () => undefined): Promise<Result> {
    const thread = await this.#take();
    const result = await ask<Work, Result>(thread, work, onProgress).catch((error: unknown) => {
      if (!(error instanceof Failure) || error.code === 'LAC9001') this.#forget(thread);
      else this.#giveBack(thread);
      throw error;
    });
    this.#giveBack(thread);
    return result;
  }

  /** Ends the threads, whatever they are doing. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#waiting.splice(0);
    await Promise.all([...this.#all].map((thread) => thread.terminate()));
  }

  #take(): Promise<Worker> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return Promise.resolve(idle);
    if (this.#all.size < this.#size) {
      const thread = this.#start();
      this.#all.add(thread);
      return Promise.resolve(thread);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(thread: Worker): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(thread);
    else next(thread);
  }

  /** A thread that is broken; whoever waits gets a new one. */
  #forget(thread: Worker): void {
    this.#all.delete(thread);
    void thread.terminate();
    const next = this.#waiting.shift();
    if (next !== undefined) void this.#take().then(next);
  }
}

function ask<Work, Result>(
  thread: Worker,
  work: Work,
  onProgress: (progress: unknown) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      end();
    };
    const onMessage = (reply: Reply<Result>) => {
      if ('progress' in reply) onProgress(reply.progress);
      else if ('result' in reply) settle(() => resolve(reply.result));
      else settle(() => reject(new Failure(reply.failure.code as Code, reply.failure.message)));
    };
    const onError = (error: Error) => settle(() => reject(bug(error.message, error)));
    const onExit = (exit: number) => settle(() => reject(bug(`a thread ended with ${exit} before its work`)));
    thread.on('message', onMessage).once('error', onError).once('exit', onExit);
    const request: Request<Work> = { work };
    thread.postMessage(request);
  });
}

function bug(what: string, cause?: unknown): Failure {
  return failure('LAC9001', { what }, cause);
}
