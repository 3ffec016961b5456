import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientOptions } from 'minio';
import { Failure, failure } from '../diagnostics/failure.ts';
import { endpointOf, type S3Address, type S3Settings } from './s3-address.ts';
import { type Trouble, troubleOf, wordsOf } from './s3-answer.ts';
import type { CredentialKeeper, Secrets } from './s3-credentials.ts';
import { makeTransport } from './s3-transport.ts';

const defaults = { region: 'us-east-1', retryMs: 30_000, silenceMs: 15_000 };
const amazon = 's3.amazonaws.com';
/** Troubles that are waited for. */
const mayPass: readonly Trouble[] = ['passing', 'skewed'];
const [firstPauseMs, longestPauseMs] = [200, 5_000];

/** What one try of something is given. */
export interface Try {
  readonly client: Client;
  /** Another try has failed before, and may have had an effect all the same. */
  readonly isRepeat: boolean;
  /** Says that the server does answer, so that patience begins anew. */
  progress(): void;
}

/** A bucket on a server, and the patience with both. */
export class Bucket {
  readonly address: S3Address;
  /** Where the server is, for messages. */
  readonly server: string;
  readonly #options: Omit<ClientOptions, keyof Secrets>;
  readonly #keeper: CredentialKeeper;
  readonly #retryMs: number;
  #signed: { readonly by: Secrets; readonly client: Client } | undefined;

  constructor(address: S3Address, settings: S3Settings, keeper: CredentialKeeper) {
    const { region, retryMs, silenceMs } = { ...defaults, ...settings };
    const endpoint = endpointOf(settings);
    const secure = endpoint?.protocol !== 'http:';
    this.address = address;
    this.server = endpoint?.origin ?? `https://${amazon} (${region})`;
    this.#options = {
      endPoint: endpoint?.hostname.replace(/^\[|\]$/g, '') ?? amazon,
      ...(endpoint?.port && { port: Number(endpoint.port) }),
      useSSL: secure,
      region,
      pathStyle: settings.pathStyle ?? endpoint !== undefined,
      ...makeTransport(secure, silenceMs),
      // Ours is longer, is told apart from refusals, and says nothing on the console.
      retryOptions: { disableRetry: true },
    };
    this.#keeper = keeper;
    this.#retryMs = retryMs;
  }

  get location(): string {
    const { bucket, prefix } = this.address;
    return `s3://${[bucket, prefix].filter((part) => part !== '').join('/')}`;
  }

  /** The key of a name in the bucket. */
  keyOf(name: string): string {
    const { prefix } = this.address;
    return `${prefix}${prefix && '/'}${encodeName(name)}`;
  }

  /** The name of a key below our prefix. */
  nameOf(key: string): string {
    return decodeName(key.slice(this.keyOf('').length));
  }

  /**
   * Does something, again and again while what stands against it may pass: the network, a server that is down or busy,
   * a clock that is wrong.
   * Everything else that the server or the network says becomes a failure of ours.
   */
  async persist<Result>(
    what: string,
    effect: (options: Try) => Promise<Result>,
    retryMs = this.#retryMs,
  ): Promise<Result> {
    let [tries, failingSince] = [0, performance.now()];
    const progress = () => {
      [tries, failingSince] = [0, performance.now()];
    };
    for (let isRepeat = false; ; isRepeat = true) {
      if (tries === 0) failingSince = performance.now();
      try {
        return await effect({ client: await this.#client(), isRepeat, progress });
      } catch (error) {
        tries += 1;
        const failingMs = performance.now() - failingSince;
        const leftMs = retryMs - failingMs;
        if (!mayPass.includes(troubleOf(error)) || leftMs <= 0)
          throw this.#explain(error, what, Math.round(failingMs / 1000));
        // The last try is at the very end: with a whole pause before it half of the patience could be left unused.
        await pause(Math.min(pauseBefore(tries), leftMs));
      }
    }
  }

  async #client(): Promise<Client> {
    const by = await this.#keeper.read();
    if (this.#signed?.by !== by) this.#signed = { by, client: new Client({ ...this.#options, ...by }) };
    return this.#signed.client;
  }

  #explain(error: unknown, what: string, seconds: number): unknown {
    if (error instanceof Failure) return error;
    const { location, server } = this;
    const reason = this.#keeper.redact(wordsOf(error));
    // The error itself goes no further: a server repeats the request in it, access key and signature included.
    switch (troubleOf(error)) {
      case 'passing':
        return failure('LAC5106', { location, server, what, reason, seconds });
      case 'no-bucket':
        return failure('LAC5105', { bucket: this.address.bucket, server });
      case 'refused':
      case 'skewed':
        return failure('LAC5104', { location, server, what, reason });
      case 'full':
        return failure('LAC5109', { location, server, what, reason });
      case 'ours':
        return error;
      default:
        return failure('LAC5107', { location, server, what, reason });
    }
  }
}

/**
 * Servers differ in how they list keys with odd characters, and the client takes all of them for one kind; so keys have
 * letters, digits and `/ . _ - =` only, the last before the bytes of everything else.
 */
function encodeName(name: string): string {
  return name.replace(/[^\w/.-]/gu, (odd) =>
    [...Buffer.from(odd)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

function decodeName(key: string): string {
  return key.replace(/(?:=[0-9a-f]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll('=', ''), 'hex').toString(),
  );
}

/** Longer each time, and different for everyone, so that many who wait do not come back at once. */
function pauseBefore(tries: number): number {
  return Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs) * (0.5 + Math.random() / 2);
}

/** What an effect gives, or `nothing` where the server says that the thing is not there. */
export function orNothing<Result, Nothing>(
  effect: Promise<Result>,
  nothing: Nothing,
): Promise<Result | Nothing> {
  return effect.catch((error: unknown) => {
    if (troubleOf(error) === 'absent') return nothing;
    throw error;
  });
}
