import { randomInt } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Job, JobContext } from '../plan/job.ts';
import { ThreadPool } from '../threads/pool.ts';
import type { RawSample } from './adapters/raw-sample.ts';
import type { Shard } from './dataset.ts';
import { useTensorflow } from './media/tensorflow-jpeg.ts';
import type { Processed } from './process-sample.ts';
import type { ProcessThreadData, SampleWork } from './process-thread.ts';
import { type Processing, shardRows } from './processing.ts';
import { shardFile, writeShard } from './shard.ts';

const program = new URL('./process-thread', import.meta.url);

/** Samples that a thread takes at a time: few, so that all threads are done with a shard at about the same time. */
const samplesPerWork = 4;

/** From so many JPEGs on, TensorFlow's decoder saves more time than it takes to load, a second of a core. */
const manyJpegs = 1000;

type Pool = ThreadPool<SampleWork, readonly Processed[]>;

/** One shard that is to be made. */
interface Plan {
  readonly index: number;
  readonly samples: readonly RawSample[];
  readonly directory: string;
}

/**
 * Processes samples into shards in the job's output folder. All cores work on one shard, and the next begins when it is
 * kept: memory holds one shard, and of an attempt that is killed one is lost. A shard that an earlier attempt or another
 * worker has finished is taken over.
 */
export async function makeShards(
  samples: readonly RawSample[],
  processing: Processing,
  job: Pick<Job, 'outputDirectory' | 'scratchDirectory'>,
  context: JobContext,
): Promise<readonly Shard[]> {
  context.signal.throwIfAborted();
  const workerData: ProcessThreadData = { manyJpegs: countJpegs(samples) >= manyJpegs };
  if (workerData.manyJpegs) useTensorflow();
  await using pool: Pool = new ThreadPool(program, availableParallelism(), { workerData });
  return await Promise.race([makeAll(pool, samples, processing, job, context), aborted(context.signal)]);
}

/** By their names alone: of a file that is named otherwise the same pixels are read, more slowly. */
function countJpegs(samples: readonly RawSample[]): number {
  return samples.filter(({ image }) => typeof image === 'string' && /\.jpe?g$/i.test(image)).length;
}

async function makeAll(
  pool: Pool,
  samples: readonly RawSample[],
  processing: Processing,
  job: Pick<Job, 'outputDirectory' | 'scratchDirectory'>,
  context: JobContext,
): Promise<readonly Shard[]> {
  const rows = shardRows(processing);
  const meter = createMeter(samples.length, context.report);
  const count = Math.ceil(samples.length / rows);
  const shards = new Array<Shard>(count);
  // Two workers that begin at different shards share them; which comes first changes no byte.
  const first = count > 1 ? randomInt(count) : 0;
  for (let turn = 0; turn < count; turn += 1) {
    const index = (first + turn) % count;
    const plan = {
      index,
      samples: samples.slice(index * rows, (index + 1) * rows),
      directory: join(job.scratchDirectory, `part-${index}`),
    };
    const shard =
      (await takeOver(plan, context, meter)) ?? (await makeOne(pool, plan, processing, context, meter));
    await rename(join(plan.directory, shard.file), join(job.outputDirectory, shard.file));
    shards[index] = shard;
  }
  return shards;
}

async function takeOver(plan: Plan, { parts }: JobContext, meter: Meter): Promise<Shard | undefined> {
  const file = shardFile(plan.index);
  if (!(await parts?.take(file, plan.directory))) return undefined;
  meter.reused(plan.samples.length);
  return { file, rows: plan.samples.length };
}

async function makeOne(
  pool: Pool,
  { index, samples, directory }: Plan,
  processing: Processing,
  { parts }: JobContext,
  meter: Meter,
): Promise<Shard> {
  const works = Array.from({ length: Math.ceil(samples.length / samplesPerWork) }, async (_, at) => {
    const own = samples.slice(at * samplesPerWork, (at + 1) * samplesPerWork);
    const processed = await pool.run({ samples: own, processing });
    meter.made(own.length);
    return processed;
  });
  const processed = await Promise.all(works);
  await mkdir(directory, { recursive: true });
  const shard = await writeShard(directory, index, processed.flat(), processing);
  await parts?.keep(shard.file, directory);
  return shard;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
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
