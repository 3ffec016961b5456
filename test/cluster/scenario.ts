import { join } from 'node:path';
import { connectTo, namedServer } from '../../engine/connect.ts';
import { type Disturbance, killWorker, type Measure } from './disturb.ts';
import type { Lab } from './lab.ts';
import { differences, lacuna, readFiles, startWorker } from './lacuna.ts';
import type { Machine } from './machines.ts';
import { Observer } from './observe.ts';

export interface Scenario {
  readonly name: string;
  readonly disturb: Disturbance;
}

export interface Outcome {
  readonly name: string;
  readonly measures: readonly Measure[];
  /** What is not as promised. */
  readonly problems: readonly string[];
}

export interface ScenarioOptions {
  readonly lab: Lab;
  readonly pipeline: string;
  /** Of every file that the pipeline writes, on one machine. */
  readonly reference: ReadonlyMap<string, Buffer>;
  readonly store: 's3' | 'folder';
}

/** Runs the pipeline from the host on two workers and a fresh store, disturbs it, and compares what it wrote. */
export async function runScenario(
  { name, disturb }: Scenario,
  { lab, pipeline, reference, store }: ScenarioOptions,
): Promise<Outcome> {
  const folder = join(lab.folder, name);
  const location = store === 's3' ? `s3://${lab.servers.s3.bucket}/${name}` : join(folder, 'store');
  const env = { ...lab.env, LACUNA_STORE: location };
  const place = namedServer({}, env);
  if (place === undefined) throw new Error('the lab has no address of Temporal');
  const connection = await connectTo(place);
  try {
    const workers = await Promise.all(
      lab.workers.map((machine) => startWorker(machine, join(folder, machine.name), env)),
    );
    const processes = await processesOf(lab.workers);
    const observer = new Observer(connection, place.namespace);
    const ended = new AbortController();
    const start = performance.now();
    const running = lacuna(['run', pipeline, '--json'], join(folder, 'run'), {
      ...env,
      LACUNA_WORKER: 'none',
      LACUNA_WORK: join(folder, 'run', 'work'),
      LACUNA_RESULTS: join(folder, 'results'),
    }).finally(() => ended.abort(new Error('the run has ended')));
    const [run, disturbed] = await Promise.all([running, settle(disturb(lab, observer, ended.signal))]);
    const seconds = (performance.now() - start) / 1000;
    await Promise.all(workers.map((worker) => worker.stop()));
    const ends = await Promise.all(workers.map(({ end }) => end));
    const tasks = await tasksByMachine(observer, processes);
    const measures: Measure[] = [
      { what: 'the run', value: seconds, unit: 's' },
      ...[...tasks].map(([machine, value]): Measure => ({ what: `tasks of ${machine}`, value, unit: '' })),
      { what: 'attempts lost', value: run.stdout.split('"kind":"retry"').length - 1, unit: '' },
      ...disturbed.measures,
    ];
    const differing = differences(reference, await readFiles(join(folder, 'results')));
    return {
      name,
      measures,
      problems: [
        ...disturbed.problems,
        ...(run.code === 0 ? [] : [`lacuna run ended with ${run.code}:\n${run.stderr}`]),
        ...differing.map((file) => `${file} is not what one machine makes`),
        ...measures
          .filter(isExceeded)
          .map(({ what, value, atMost }) => `${what}: ${value}, at most ${atMost}`),
        ...ends
          .filter((end) => end !== 'exit code 0' && !(end === 'SIGKILL' && disturb === killWorker))
          .map((end) => `a worker that was told to stop ended with ${end}`),
        ...(await leftovers(lab.workers)),
      ],
    };
  } finally {
    for (const machine of lab.workers) await machine.kill();
    await connection.close();
  }
}

function isExceeded({ value, atMost }: Measure): boolean {
  return atMost !== undefined && value > atMost;
}

async function settle(
  disturbing: Promise<readonly Measure[]>,
): Promise<{ readonly measures: readonly Measure[]; readonly problems: readonly string[] }> {
  try {
    return { measures: await disturbing, problems: [] };
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { measures: [], problems: [`nothing could be measured: ${String(reason)}`] };
  }
}

async function processesOf(machines: readonly Machine[]): Promise<ReadonlyMap<number, string>> {
  const lists = machines.map(async ({ name, pids }) => (await pids()).map((pid) => [pid, name] as const));
  return new Map((await Promise.all(lists)).flat());
}

async function tasksByMachine(
  observer: Observer,
  processes: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [pid, tasks] of await observer.tasksByProcess()) {
    const machine = processes.get(pid) ?? 'a worker started again';
    counts.set(machine, (counts.get(machine) ?? 0) + tasks);
  }
  return counts;
}

/** A worker that was told to stop leaves nothing behind. */
async function leftovers(machines: readonly Machine[]): Promise<readonly string[]> {
  const lists = machines.map(async ({ name, pids }) =>
    (await pids()).map((pid) => `process ${pid} stayed behind on ${name}`),
  );
  return (await Promise.all(lists)).flat();
}
