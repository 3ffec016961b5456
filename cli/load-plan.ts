import { dirname, resolve } from 'node:path';
import { describeData } from '../data/adapters/adapters.ts';
import { type Code, readCode } from '../data/sources/code.ts';
import { describeWeights } from '../data/sources/weights.ts';
import { Failure, failure } from '../diagnostics/failure.ts';
import { decide } from '../plan/decide.ts';
import type { Digest, JsonObject } from '../plan/digest.ts';
import { expandPlan } from '../plan/expand-plan.ts';
import {
  codeSourcesOf,
  type ExternalSource,
  type ExternalSources,
  weightSourcesOf,
} from '../plan/external-sources.ts';
import type { Progress } from '../plan/job.ts';
import type { Decision, Plan, Task, TaskId } from '../plan/plan.ts';
import type { Pipeline } from '../spec/pipeline.ts';
import { digestOf, keyOf } from '../store/hash.ts';
import type { Store } from '../store/store.ts';
import { openStore } from './open-store.ts';
import { everyFewSeconds } from './progress.ts';
import { type FileOptions, readPipelineFile } from './read-file.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface LoadedPlan {
  readonly pipeline: Pipeline;
  readonly plan: Plan;
  readonly digest: Digest;
  readonly decisions: ReadonlyMap<TaskId, Decision>;
  readonly store: Store;
  /** Code of the programs that it runs. Workers read it from the store, where it must be before they start. */
  readonly code: readonly Code[];
}

/** What to do about data and weights that are not there: plan without them, or refuse. */
export type AbsentSources = 'allow' | 'refuse';

/**
 * The first half of `plan`, `run` and `table`: file to decided plan. Nothing when the file has problems. Tasks that
 * read what is not there have no key, where that is allowed.
 */
export async function loadPlan(
  options: FileOptions,
  terminal: Terminal,
  absentSources: AbsentSources = 'refuse',
): Promise<LoadedPlan | undefined> {
  const pipeline = await readPipelineFile(options, terminal);
  if (pipeline === undefined) return undefined;
  const settings = loadSettings();
  const store = await openStore(settings, terminal);
  const sources = await describeSources(pipeline, dirname(resolve(options.file)), terminal);
  if (absentSources === 'refuse') refuseAbsent(sources);
  const plan = expandPlan(pipeline, sources.found);
  const history = await store.readHistory(pipeline.name);
  const decisions = await decide(plan, {
    keyOf,
    lookup: (keys) => store.lookup(keys),
    history,
    spanOf: (task, path) => pipeline.spanAt(pointerOf(task, path)),
    file: pipeline.file,
  });
  const digest = digestOf(plan as unknown as JsonObject);
  return { pipeline, plan, digest, decisions, store, code: sources.code };
}

/** The artifact of every task that the store has. */
export function artifactsOf({ decisions }: Pick<LoadedPlan, 'decisions'>): ReadonlyMap<TaskId, Digest> {
  return new Map([...decisions].flatMap(([id, { artifact }]) => (artifact ? [[id, artifact] as const] : [])));
}

/** What says that something is not here, or cannot be asked for now. All else is wrong with what is here. */
const absence: ReadonlySet<string> = new Set([
  ...['LAC3160', 'LAC3161'],
  ...['LAC3204', 'LAC3205', 'LAC3213', 'LAC3214', 'LAC3215', 'LAC3222', 'LAC4411'],
]);

interface DescribedSources {
  readonly found: ExternalSources;
  readonly code: readonly Code[];
  /** Why each of those that are not there is not. */
  readonly failures: readonly Failure[];
}

/** Digests of everything that the pipeline reads from outside. */
async function describeSources(
  pipeline: Pipeline,
  folder: string,
  terminal: Terminal,
): Promise<DescribedSources> {
  const context = { report: sayNowAndThen(terminal) };
  const failures: Failure[] = [];
  const orAbsent = async (source: string, describe: () => Promise<ExternalSource>) => {
    try {
      return await describe();
    } catch (error) {
      if (!(error instanceof Failure) || !absence.has(error.code)) throw error;
      failures.push(error);
      return { source, absent: error.message };
    }
  };
  const data: [string, ExternalSource][] = [];
  // One after the other: two data sets are often two views of one folder, whose digests are then there already.
  for (const [name, source] of Object.entries(pipeline.data)) {
    data.push([name, await orAbsent(name, () => describeData(source, folder, context))]);
  }
  const weights = await Promise.all(
    [...weightSourcesOf(pipeline)].map(async ([text, uses]) => {
      return [text, await orAbsent(text, () => describeWeights(text, folder, uses))] as const;
    }),
  );
  const code: [string, ExternalSource][] = [];
  const read: Code[] = [];
  for (const [name, { paths, step }] of codeSourcesOf(pipeline)) {
    const described = await orAbsent(paths.join(', '), async () => {
      const found = await readCode(paths, folder, step);
      read.push(found);
      return { digest: found.digest, source: paths.join(', ') };
    });
    code.push([name, described]);
  }
  const found = { data: new Map(data), weights: new Map(weights), code: new Map(code) };
  return { found, code: read, failures };
}

/** One that is not there is its own message; of several all are listed at once. */
function refuseAbsent({ failures }: DescribedSources): void {
  const [first, second] = failures;
  if (first !== undefined && second === undefined) throw first;
  if (first === undefined) return;
  const list = failures.map(({ code, message }) => `\n- [${code}] ${message}`).join('');
  throw failure('LAC1914', { count: failures.length, list });
}

/** Planning is silent unless it takes long, as the first look at a large data set does. */
function sayNowAndThen(terminal: Terminal): (progress: Progress) => void {
  const say = everyFewSeconds(terminal);
  return ({ phase, done, total, unit }) => say(() => `${phase}: ${done} of ${total} ${unit}`);
}

function pointerOf(task: Task, path: string): string {
  const inside = path.replaceAll('.', '/');
  if (task.operation === 'tabulate') return `/tables/${task.step}/${inside}`;
  if (task.operation === 'plot') return `/figures/${task.step}/${inside}`;
  return `/steps/${task.step.replace('/features', '')}/with/${inside}`;
}
