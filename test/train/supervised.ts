import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTask, type TaskDependencies } from '../../activities/run-task.ts';
import type { CheckpointEvery, JobContext, Progress } from '../../plan/job.ts';
import type { TrainParams } from '../../plan/params.ts';
import type { Task } from '../../plan/plan.ts';
import { digestOf } from '../../store/hash.ts';
import { openLocalStore } from '../../store/local-store.ts';
import type { Store } from '../../store/store.ts';
import { descendants } from '../workflows/processes.ts';
import { bytesOf, encoderFolder, type Workplace } from './tiny.ts';

/** A training as a worker runs it: in a process of its own, with a store. */
export interface Supervised {
  readonly task: Task;
  readonly dependencies: TaskDependencies;
  readonly logs: string;
}

/** Folders of what a training reads, by role. */
type Inputs = { readonly [role: string]: string };

/** A training on the tiny encoders whose states are kept in a store in `folder`. */
export async function supervised(
  place: Workplace,
  dataset: string,
  params: TrainParams,
  every: CheckpointEvery,
  onDamage: () => void = () => undefined,
): Promise<Supervised> {
  const inputs: Inputs = {
    dataset,
    'encoder.image': encoderFolder('clip-tiny'),
    'encoder.text': encoderFolder('bert-tiny'),
  };
  const task: Task = {
    id: 'train',
    step: 'train',
    operation: 'train',
    queue: 'default',
    axes: {},
    params: { ...params } as unknown as Task['params'],
    inputs: Object.keys(inputs).map((role) => ({ role, source: role, digest: digestOf(role) })),
    after: [],
    checkpoint: every,
  };
  const store = await openLocalStore(place.folder('store'), { onDamage });
  const dependencies: TaskDependencies = {
    store,
    operations: {},
    program: {
      module: new URL('../../train/child.ts', import.meta.url).pathname,
      execArgv: ['--import', 'tsx'],
    },
    fetchInput: async ({ role }) => inputs[role],
    versions: {},
  };
  return { task, dependencies, logs: place.folder('logs') };
}

/** What came of an attempt: the artifact, or what ended it. */
export interface Ended {
  readonly artifact?: string;
  readonly error?: Error & { readonly code?: string };
  readonly reports: readonly Progress[];
}

let attempts = 0;

/** Runs one attempt; `log` is the file of its own, beside which its times are. */
export async function attempt(
  { task, dependencies, logs }: Supervised,
  {
    signal = new AbortController().signal,
    onReport = () => undefined,
    store = dependencies.store,
  }: {
    readonly signal?: AbortSignal;
    readonly onReport?: (progress: Progress) => void;
    readonly store?: Store;
  } = {},
): Promise<Ended & { readonly log: string }> {
  attempts += 1;
  const log = join(logs, `train.${attempts}.log`);
  const reports: Progress[] = [];
  const context: JobContext = {
    report: (progress) => {
      reports.push(progress);
      onReport(progress);
    },
    signal,
  };
  const ended = await runTask(
    { task, artifacts: new Map(), run: 'r', log },
    { ...dependencies, store },
    context,
  ).then(
    ({ artifact }) => ({ artifact }),
    (error: Error) => ({ error }),
  );
  return { ...ended, reports, log };
}

/** The bytes of an artifact's files. */
export async function filesOf(
  place: Workplace,
  { dependencies: { store } }: Supervised,
  artifact: string | undefined,
): Promise<Record<string, string>> {
  const folder = place.folder('result');
  await rm(folder, { recursive: true });
  await store.materialise(artifact as Parameters<Store['materialise']>[0], folder);
  return bytesOf(folder);
}

/** Kills the process of the training that runs now, and all of its group. */
export function killTraining(): boolean {
  const [child] = descendants(process.pid, 'train/child.ts');
  if (child === undefined) return false;
  process.kill(-child.pid, 'SIGKILL');
  return true;
}
