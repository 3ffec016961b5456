import { Failure } from '../diagnostics/failure.ts';
import type { JobContext } from '../plan/job.ts';
import type { JobMessage, ReplyMessage, Request, RequestMessage } from '../plan/job-protocol.ts';

interface Waiting {
  readonly resolve: (value: boolean | number | undefined) => void;
  readonly reject: (failure: Failure) => void;
}

/** What a job asks the supervisor, which has the store. */
export class Requests {
  readonly #tell: (message: RequestMessage) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(tell: (message: RequestMessage) => void) {
    this.#tell = tell;
  }

  /** Takes a reply of the supervisor to whoever waits for it. */
  hear(message: ReplyMessage): void {
    const waiting = this.#waiting.get(message.reply);
    this.#waiting.delete(message.reply);
    if ('failure' in message) {
      const { code, message: text } = message.failure;
      waiting?.reject(new Failure(code, text));
    } else {
      waiting?.resolve(message.value);
    }
  }

  /** The part of a job's context that outlives the attempt. */
  keepers({ keepsParts, checkpointEvery }: JobMessage): Pick<JobContext, 'parts' | 'checkpoints'> {
    const parts = {
      take: async (name: string, directory: string) =>
        (await this.#ask({ kind: 'take-part', name, directory })) === true,
      keep: async (name: string, directory: string) => {
        await this.#ask({ kind: 'keep-part', name, directory });
      },
    };
    const checkpoints = {
      take: async (directory: string) => {
        const step = await this.#ask({ kind: 'take-checkpoint', directory });
        return typeof step === 'number' ? step : undefined;
      },
      keep: async (step: number, directory: string) => {
        await this.#ask({ kind: 'keep-checkpoint', step, directory });
      },
    };
    return {
      ...(keepsParts && { parts }),
      ...(checkpointEvery && { checkpoints: { every: checkpointEvery, ...checkpoints } }),
    };
  }

  #ask(request: Request): Promise<boolean | number | undefined> {
    this.#last += 1;
    const number = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#tell({ number, request });
    });
  }
}
