import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Digest, Key } from '../plan/digest.ts';
import type { JobContext, Operation } from '../plan/job.ts';
import type { Claim } from '../store/claims.ts';
import type { Store } from '../store/store.ts';

/** How often claims are renewed and looked at, in ms. Waiter and holder compare no clocks, so these are all there is. */
export interface ClaimTiming {
  readonly renewEveryMs: number;
  readonly lookEveryMs: number;
  /** A claim whose number has stood still for so long is of an attempt that is gone. */
  readonly staleAfterMs: number;
}

const defaultClaimTiming: ClaimTiming = {
  renewEveryMs: 2_000,
  lookEveryMs: 1_000,
  staleAfterMs: 10_000,
};

/** One attempt at a key that others may be at as well. */
export interface Shared {
  readonly store: Store;
  readonly key: Key;
  readonly run: string;
  readonly task: string;
  readonly timing?: ClaimTiming | undefined;
}

/** Cheaper to do again than to wait for; and `preprocess`, where attempts at one key share its shards among them. */
const unclaimed: ReadonlySet<Operation> = new Set(['preprocess', 'evaluate', 'tabulate', 'plot']);

/** Whether an operation takes so long that two runs should not both do it. */
export function isWorthWaitingFor(operation: Operation): boolean {
  return !unclaimed.has(operation);
}

/**
 * Does the work while claiming its key. When another attempt is at the same key, waits for what it publishes, and does
 * the work if it ends without a result or dies. An aborted signal ends the waiting with its reason.
 *
 * @returns what the work made, or the artifact that another attempt has published
 */
export async function underClaim<Made>(
  shared: Shared,
  context: JobContext,
  work: () => Promise<Made>,
): Promise<Made | { readonly foundInstead: Digest }> {
  const { run, task } = shared;
  const mine: Claim = { run, task, holder: randomBytes(8).toString('hex'), count: 0 };
  const found = await waitForTurn(shared, mine, context);
  if (found !== undefined) return { foundInstead: found };
  await using _ = renewing(shared, mine);
  // Whoever held the claim may have published between our look for a result and our claim.
  const justFound = await findResult(shared);
  return justFound === undefined ? await work() : { foundInstead: justFound };
}

/** Returns when the claim is ours, or with the result that another attempt published. */
async function waitForTurn(shared: Shared, mine: Claim, context: JobContext): Promise<Digest | undefined> {
  const { store, key, timing = defaultClaimTiming } = shared;
  if (await store.claims.take(key, mine)) return undefined;
  const began = performance.now();
  const counter = new Counter();
  for (;;) {
    const claim = await store.claims.read(key);
    if (await isOurs(shared, mine, claim, counter.stillForMs(claim), context)) return undefined;
    const seconds = Math.round((performance.now() - began) / 1000);
    context.report({ phase: 'waiting for another run', done: seconds, total: seconds, unit: 's' });
    await pause(timing.lookEveryMs, context.signal);
    const found = await findResult(shared);
    if (found !== undefined) return found;
  }
}

/** Takes the claim where that is right: it is free, or of an attempt that is gone. */
async function isOurs(
  { store: { claims }, key, timing = defaultClaimTiming }: Shared,
  mine: Claim,
  claim: Claim | undefined,
  stillForMs: number,
  { signal }: JobContext,
): Promise<boolean> {
  if (claim === undefined && (await claims.take(key, mine))) return true;
  if (claim?.run === mine.run && claim.task === mine.task) {
    // An earlier attempt of this very task: the engine begins another one only when it has given that one up.
    await claims.write(key, mine);
    return true;
  }
  if (stillForMs < timing.staleAfterMs) return false;
  await claims.write(key, mine);
  // Another one that waits may do the same just now: the claim that is there after a while counts.
  await pause(timing.lookEveryMs, signal);
  return (await claims.read(key))?.holder === mine.holder;
}

/** Watches whether a claim moves, by the clock of this process alone. */
class Counter {
  #last: string | undefined;
  #since = performance.now();

  stillForMs(claim: Claim | undefined): number {
    const seen = `${claim?.holder} ${claim?.count}`;
    if (seen !== this.#last) {
      this.#last = seen;
      this.#since = performance.now();
    }
    return performance.now() - this.#since;
  }
}

/** Renews a claim until it is disposed of; then it is removed, unless another attempt has taken it over. */
function renewing(
  { store: { claims }, key, timing = defaultClaimTiming }: Shared,
  mine: Claim,
): AsyncDisposable {
  const ended = new AbortController();
  const isMine = async () => (await claims.read(key))?.holder === mine.holder;
  const renew = async () => {
    for (let count = 1; ; count += 1) {
      await wait(timing.renewEveryMs, undefined, { signal: ended.signal, ref: false });
      if (!(await isMine())) return;
      await claims.write(key, { ...mine, count });
    }
  };
  // A store that does not answer just now costs the claim and not the work: another attempt may begin it as well.
  const renewed = renew().catch(() => undefined);
  return {
    [Symbol.asyncDispose]: async () => {
      ended.abort();
      await renewed;
      await isMine().then(
        (isIt) => (isIt ? claims.remove(key) : undefined),
        () => undefined,
      );
    },
  };
}

async function findResult({ store, key }: Shared): Promise<Digest | undefined> {
  return (await store.lookup([key])).get(key)?.digest;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
}
