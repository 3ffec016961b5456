import { mkdir, rename } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Job, JobContext } from '../plan/job.ts';
import { ThreadPool } from '../threads/pool.ts';
import type { RawSample } from './adapters/raw-sample.ts';
import type { Shard } from './dataset.ts';
import { type Processing, shardRows } from './processing.ts';
import { shardFile } from './shard.ts';
import type { ShardWork } from './shard-thread.ts';

const program = new URL('./shard-thread', import.meta.url);

/**
 * Processes samples into shards in the job's output folder, one shard per core at a time. A shard that an earlier
 * attempt or another worker has finished is taken over; of an attempt that is killed only shards under way are lost.
 */
export async function makeShards(
  samples: readonly RawSample[],
  processing: Processing,
  job: Pick<Job, 'outputDirectory' | 'scratchDirectory'>,
  context: JobContext,
): Promise<readonly Shard[]> {
  context.signal.throwIfAborted();
  const rows = shardRows(processing);
  const works = Array.from(
    { length: Math.ceil(samples.length / rows) },
    (_, index): ShardWork => ({
      directory: join(job.scratchDirectory, `part-${index}`),
      index,
      samples: samples.slice(index * rows, (index + 1) * rows),
      processing,
    }),
  );
  const meter = createMeter(samples.length, context.report);
  await using pool = new ThreadPool<ShardWork, Shard>(
    program,
    Math.min(availableParallelism(), works.length),
  );
  const make = async (work: ShardWork) => {
    const shard = (await takeOver(work, context, meter)) ?? (await makeOne(pool, work, context, meter));
    await rename(join(work.directory, shard.file), join(job.outputDirectory, shard.file));
    return shard;
  };
  return await Promise.race([inTurn(works, make), aborted(context.signal)]);
}

/** Starts as many at a time as there are cores, so that what is left can be looked up late, when others have made it. */
async function inTurn<Work, Result>(
  works: readonly Work[],
  make: (work: Work) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const entries = works.entries();
  const worker = async () => {
    for (const [index, work] of entries) results[index] = await make(work);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

async function takeOver(work: ShardWork, { parts }: JobContext, meter: Meter): Promise<Shard | undefined> {
  const file = shardFile(work.index);
  if (!(await parts?.take(file, work.directory))) return undefined;
  meter.reused(work.samples.length);
  return { file, rows: work.samples.length };
}

async function makeOne(
  pool: ThreadPool<ShardWork, Shard>,
  work: ShardWork,
  { parts }: JobContext,
  meter: Meter,
): Promise<Shard> {
  await mkdir(work.directory, { recursive: true });
  const shard = await pool.run(work, () => meter.made(1));
  await parts?.keep(shard.file, work.directory);
  return shard;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

type Meter = ReturnType<typeof createMeter>;

const reportEveryMs = 500;

/** Reports how many samples are done, and how many are made per second; those taken over do not count for the rate. */
function createMeter(total: number, report: JobContext['report']) {
  const started = performance.now();
  let [done, own, last] = [0, 0, Number.NEGATIVE_INFINITY];
  const add = (samples: number) => {
    done += samples;
    const now = performance.now();
    if (now - last < reportEveryMs && done < total) return;
    last = now;
    const samplesPerSecond = own / Math.max((now - started) / 1000, 1e-3);
    report({ phase: 'preprocess', done, total, unit: 'samples', metrics: { samplesPerSecond } });
  };
  return {
    reused: add,
    made: (samples: number) => {
      own += samples;
      add(samples);
    },
  };
}
