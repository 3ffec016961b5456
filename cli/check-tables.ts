import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { TaskId } from '../plan/plan.ts';
import { differencesOf, type TableDifference } from '../table/diff.ts';
import { tableFormats } from '../table/formats.ts';
import type { Table } from '../table/table.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import type { LoadedPlan } from './load-plan.ts';
import { assembleFromStore } from './read-runs.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/**
 * Compares tables that were written before with what the store gives now: numbers cell by cell, with the tasks that
 * made the new ones, then the text of each file. Status 3 if anything differs.
 */
export async function checkTables(
  loaded: LoadedPlan,
  names: readonly string[],
  options: { readonly file: string; readonly against?: string },
  terminal: Terminal,
): Promise<ExitStatus> {
  const folder = options.against ?? join(loadSettings().results, loaded.plan.pipeline);
  let drifted = 0;
  for (const name of names) {
    const { table } = await assembleFromStore(loaded, name);
    const committed = await readCommitted(join(folder, `${name}.json`), options.file);
    const lines = differencesOf(committed, table).map((difference) => describe(difference, loaded));
    if (lines.length === 0) lines.push(...(await changedFiles(folder, name, table)));
    for (const line of lines) terminal.out(`${name}: ${line}`);
    if (lines.length > 0) drifted += 1;
  }
  const where = shown(folder);
  if (drifted > 0) terminal.talk(`${drifted} of ${names.length} tables not as in ${where}`);
  else terminal.talk(`${names.length === 1 ? '1 table' : `${names.length} tables`} as in ${where}`);
  return drifted > 0 ? exitCodes.differs : exitCodes.done;
}

async function readCommitted(file: string, pipeline: string): Promise<Table> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw failure('LAC1916', { file: shown(file), pipeline });
  const value: unknown = parse(text, shown(file));
  if (isTable(value)) return value;
  throw failure('LAC1917', { file: shown(file), why: 'it is of another form or version' });
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure('LAC1917', { file, why: error instanceof Error ? error.message : String(error) }, error);
  }
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'version' in value && value.version === 2;
}

function describe({ place, before, after, sources }: TableDifference, loaded: LoadedPlan): string {
  const makers = makersOf(sources, loaded);
  const by = makers.length === 0 ? '' : `, from ${makers.join(', ')}`;
  return `${place}: ${before} -> ${after}${by}`;
}

/** The evaluations that made some scores, each with the training of its model. */
function makersOf(sources: readonly Digest[], { decisions, plan }: LoadedPlan): readonly string[] {
  const tasks = plan.tasks.filter(({ id }) =>
    sources.some((digest) => decisions.get(id)?.artifact === digest),
  );
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const modelOf = (id: TaskId): TaskId | undefined => {
    for (const input of byId.get(id)?.inputs ?? []) {
      if (!('task' in input)) continue;
      if (input.role === 'model') return input.task;
      if (input.role === 'features') return modelOf(input.task);
    }
    return undefined;
  };
  return tasks.map(({ id }) => {
    const model = modelOf(id);
    return model === undefined ? id : `${id} of ${model}`;
  });
}

/** Files whose text is not what the table gives, though its numbers are the same: edited by hand, or by another version. */
async function changedFiles(folder: string, name: string, table: Table): Promise<readonly string[]> {
  const lines: string[] = [];
  // The JSON has been compared cell by cell.
  const { json: _, ...others } = tableFormats;
  for (const { suffix, render } of Object.values(others)) {
    const file = join(folder, `${name}.${suffix}`);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const wanted = render(table);
    if (text !== wanted) lines.push(`${shown(file)} differs in line ${firstDifference(text, wanted)}`);
  }
  return lines;
}

function firstDifference(text: string, wanted: string): number {
  const lines = wanted.split('\n');
  const place = text.split('\n').findIndex((line, index) => line !== lines[index]);
  return (place < 0 ? lines.length : place) + 1;
}

function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}
