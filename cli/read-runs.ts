import { readScores } from '../activities/read-scores.ts';
import { tableDigest } from '../activities/tabulate.ts';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { ScoredRun, TabulateParams } from '../plan/params.ts';
import type { Task, TaskId } from '../plan/plan.ts';
import type { Store } from '../store/store.ts';
import { assemble, describeRun, type RunScores } from '../table/assemble.ts';
import type { Table } from '../table/table.ts';
import { withArtifact } from './artifact.ts';
import { artifactsOf, type LoadedPlan } from './load-plan.ts';

/** A table from whatever scores the store has, with how many of its runs are there. */
export interface AssembledTable {
  readonly table: Table;
  readonly finished: number;
  readonly asked: number;
}

/** Assembles a table of the plan from the scores in the store; runs that are not there leave their cells partial. */
export async function assembleFromStore(
  loaded: LoadedPlan,
  name: string,
  artifacts: ReadonlyMap<TaskId, Digest> = artifactsOf(loaded),
): Promise<AssembledTable> {
  const task = tableTask(loaded, name);
  const params = task.params as unknown as TabulateParams;
  const scores: RunScores[] = [];
  for (const [index, input] of task.inputs.entries()) {
    const digest = 'task' in input ? artifacts.get(input.task) : undefined;
    const reader = { table: name, run: params.runs[index] as ScoredRun };
    scores.push(digest === undefined ? null : await scoresIn(loaded.store, digest, reader));
  }
  const finished = scores.filter((one) => one !== null).length;
  return { table: assemble(params, scores, tableDigest(params, scores)), finished, asked: scores.length };
}

/** The table that is asked for, or all of the pipeline. */
export function tableNames({ pipeline }: LoadedPlan, file: string, table?: string): readonly string[] {
  const names = pipeline.tables.map(({ name }) => name);
  if (table === undefined) return names;
  if (names.includes(table)) return [table];
  throw failure('LAC1904', { file, table, tables: names.length === 0 ? 'none' : names.join(', ') });
}

/** The task that makes a table. */
export function tableTask({ plan }: LoadedPlan, name: string): Task {
  const task = plan.tasks.find(({ id, operation }) => id === name && operation === 'tabulate');
  if (task === undefined) throw new Error(`the plan has no table ${name}`);
  return task;
}

function scoresIn(
  store: Store,
  digest: Digest,
  { table, run }: { readonly table: string; readonly run: ScoredRun },
): Promise<RunScores> {
  return withArtifact(store, digest, async (folder) => {
    return { digest, ...(await readScores(folder, { reader: `table "${table}"`, run: describeRun(run) })) };
  });
}
