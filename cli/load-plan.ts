import { dirname, resolve } from 'node:path';
import { describeData } from '../data/adapters/adapters.ts';
import { describeWeights } from '../data/sources/weights.ts';
import { decide } from '../plan/decide.ts';
import type { Digest, JsonObject } from '../plan/digest.ts';
import {
  type ExternalSource,
  type ExternalSources,
  expandPlan,
  weightSourcesOf,
} from '../plan/expand-plan.ts';
import type { Progress } from '../plan/job.ts';
import type { Decision, Plan, Task, TaskId } from '../plan/plan.ts';
import type { Pipeline } from '../spec/pipeline.ts';
import { digestOf, keyOf } from '../store/hash.ts';
import type { Store } from '../store/store.ts';
import { openStore } from './open-store.ts';
import { type FileOptions, readPipelineFile } from './read-file.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface LoadedPlan {
  readonly pipeline: Pipeline;
  readonly plan: Plan;
  readonly digest: Digest;
  readonly decisions: ReadonlyMap<TaskId, Decision>;
  readonly store: Store;
}

/** The first half of `plan`, `run` and `table`: file to decided plan. Nothing when the file has problems. */
export async function loadPlan(options: FileOptions, terminal: Terminal): Promise<LoadedPlan | undefined> {
  const pipeline = await readPipelineFile(options, terminal);
  if (pipeline === undefined) return undefined;
  const settings = loadSettings();
  const store = await openStore(settings, terminal);
  const plan = expandPlan(
    pipeline,
    await describeSources(pipeline, dirname(resolve(options.file)), terminal),
  );
  const history = await store.readHistory(pipeline.name);
  const decisions = await decide(plan, {
    keyOf,
    lookup: (keys) => store.lookup(keys),
    history,
    spanOf: (task, path) => pipeline.spanAt(pointerOf(task, path)),
  });
  return { pipeline, plan, digest: digestOf(plan as unknown as JsonObject), decisions, store };
}

/** Digests of everything that the pipeline reads from outside. */
async function describeSources(
  pipeline: Pipeline,
  folder: string,
  terminal: Terminal,
): Promise<ExternalSources> {
  const context = { report: sayNowAndThen(terminal) };
  const data: [string, ExternalSource][] = [];
  // One after the other: two data sets are often two views of one folder, whose digests are then there already.
  for (const [name, source] of Object.entries(pipeline.data)) {
    data.push([name, await describeData(source, folder, context)]);
  }
  const weights = await Promise.all(
    [...weightSourcesOf(pipeline)].map(
      async ([text, uses]) => [text, await describeWeights(text, folder, uses)] as const,
    ),
  );
  return { data: new Map(data), weights: new Map(weights) };
}

const sayEveryMs = 5000;

/** Planning is silent unless it takes long, as the first look at a large data set does. */
function sayNowAndThen(terminal: Terminal): (progress: Progress) => void {
  let said = Date.now();
  return ({ phase, done, total, unit }) => {
    if (Date.now() - said < sayEveryMs) return;
    said = Date.now();
    terminal.talk(`${phase}: ${done} of ${total} ${unit}`);
  };
}

function pointerOf(task: Task, path: string): string {
  const inside = path.replaceAll('.', '/');
  if (task.operation === 'tabulate') return `/tables/${task.step}/${inside}`;
  return `/steps/${task.step}/with/${inside}`;
}
