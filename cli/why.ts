import { failure } from '../diagnostics/failure.ts';
import type { CellParams, ScoredRun, TabulateParams } from '../plan/params.ts';
import type { Task, TaskId } from '../plan/plan.ts';
import { choices, suggest } from '../spec/suggest.ts';
import type { Entry } from '../store/store.ts';
import { describeRun } from '../table/assemble.ts';
import type { TableCell, TableLine } from '../table/table.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import { shortDigest } from './plan.ts';
import type { FileOptions } from './read-file.ts';
import { assembleFromStore, tableNames, tableTask } from './read-runs.ts';
import { duration, type Terminal } from './terminal.ts';

export interface WhyOptions extends FileOptions {
  readonly table: string;
  /** Name or label of a row, and of a column. */
  readonly row: string;
  readonly column: string;
}

/** One result that a number rests on, with those that it was made from; bytes from outside have none. */
interface Origin {
  /** What it is for the one that reads it: `scores`, `features`, `model`, `dataset`, `data`, `encoder.image`. */
  readonly role: string;
  /** The task that made it, or where bytes from outside come from. */
  readonly from: string;
  readonly digest?: string;
  readonly made?: Pick<Entry['provenance'], 'run' | 'finishedAt' | 'seconds'>;
  readonly inputs: readonly Origin[];
}

/** Says where the number in a cell comes from: every run behind it, down to the digests of data and weights. */
export async function why(options: WhyOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = await loadPlan(options, terminal, 'allow');
  if (loaded === undefined) return exitCodes.invalid;
  const [name = ''] = tableNames(loaded, options.file, options.table);
  const { table } = await assembleFromStore(loaded, name);
  const row = placeOf(table.rows, options.row, { table: name, which: 'row' });
  const column = placeOf(table.columns, options.column, { table: name, which: 'column' });
  const cell = table.rows[row]?.cells[column] as TableCell;
  const task = tableTask(loaded, name);
  const params = task.params as unknown as TabulateParams;
  const asked = params.cells[row]?.[column] as CellParams;
  const places = asked.kind === 'runs' ? [...asked.runs, ...(asked.against ?? [])] : [];
  const runs = await Promise.all(
    places.map(async (place) => ({
      run: describeRun(params.runs[place] as ScoredRun),
      scores: await originOf(loaded, 'scores', task.inputs[place]),
    })),
  );
  const at = [table.rows[row]?.name, table.columns[column]?.name].join(' / ');
  if (options.json === true) terminal.out(JSON.stringify({ table: name, cell: at, ...cell, runs }, null, 2));
  else terminal.out(render(`${name}: ${at}`, cell, asked, runs, terminal).join('\n'));
  return exitCodes.done;
}

function placeOf(
  lines: readonly TableLine[],
  wanted: string,
  where: { readonly table: string; readonly which: string },
): number {
  const place = lines.findIndex(
    ({ name, label }) => wanted === name || wanted === label.filter((part) => part !== '').join(' / '),
  );
  if (place >= 0) return place;
  const names = lines.map(({ name }) => name);
  const hint = suggest(wanted, names);
  const known = choices(names.map((name) => `"${name}"`)) + (hint ? `; ${hint.text}` : '');
  throw failure('LAC1915', { ...where, name: wanted, known });
}

async function originOf(
  loaded: LoadedPlan,
  role: string,
  input: Task['inputs'][number] | undefined,
): Promise<Origin> {
  if (input === undefined) return { role, from: 'nothing', inputs: [] };
  if ('absent' in input) return { role, from: `${input.source}: ${input.absent}`, inputs: [] };
  if ('digest' in input) return { role, from: input.source, digest: input.digest, inputs: [] };
  const task = taskOf(loaded, input.task);
  const decision = loaded.decisions.get(task.id);
  const key = decision?.artifact && decision.key;
  const entry = key && (await loaded.store.lookup([key])).get(key);
  const inputs = await Promise.all(task.inputs.map((one) => originOf(loaded, one.role, one)));
  if (!entry) return { role, from: `${task.id}, not finished`, inputs };
  const { run, finishedAt, seconds } = entry.provenance;
  return { role, from: task.id, digest: entry.digest, made: { run, finishedAt, seconds }, inputs };
}

function taskOf({ plan }: LoadedPlan, id: TaskId): Task {
  const task = plan.tasks.find((one) => one.id === id);
  if (task === undefined) throw new Error(`the plan has no task ${id}`);
  return task;
}

function render(
  title: string,
  cell: TableCell,
  asked: CellParams,
  runs: readonly { readonly run: string; readonly scores: Origin }[],
  { colours }: Terminal,
): string[] {
  const head = `${colours.bold(title)}   ${cell.shown}`;
  if (asked.kind === 'literature') return [head, `  from ${asked.source}, not run here`];
  if (asked.kind === 'text') return [head, '  an option of the pipeline file, with its default filled in'];
  if (asked.kind === 'none') return [head, '  nothing is asked for here'];
  const seen = new Set<string>();
  const lines = runs.flatMap(({ run, scores }, index) => {
    const value = cell.values[index];
    const number = value === undefined ? '' : `   ${value}`;
    return [`  ${run}${number}`, ...renderOrigin(scores, '    ', seen, colours.dim)];
  });
  return [`${head}   ${cell.what ?? ''}`.trimEnd(), ...lines];
}

/** What was said before is not said again below each of the runs that share it. */
function renderOrigin(
  origin: Origin,
  indent: string,
  seen: Set<string>,
  dim: (text: string) => string,
): string[] {
  const { role, from, digest, made, inputs } = origin;
  const short = digest === undefined ? '-' : shortDigest(digest);
  const when = made && dim(`   ${made.finishedAt.slice(0, 16)}Z, ${duration(made.seconds)}, run ${made.run}`);
  const isKnown = inputs.length > 0 && digest !== undefined && seen.has(digest);
  if (digest !== undefined) seen.add(digest);
  const line = `${indent}${role} ${short}  ${from}${when ?? ''}${isKnown ? dim('   as above') : ''}`;
  if (isKnown) return [line];
  return [line, ...inputs.flatMap((input) => renderOrigin(input, `${indent}  `, seen, dim))];
}
