import type { Asked } from './asked.ts';
import { checkAxesAsked } from './asked-axes.ts';
import { checkAxisValue } from './asked-parts.ts';
import { checkLines, type TableLines } from './check-lines.ts';
import { checkTableCell } from './check-table-cell.ts';
import type { FileView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { asRecord, type JsonRecord, member } from './json-value.ts';
import type { Places } from './places.ts';
import { childPointer } from './pointer.ts';
import { type ScoredStep, type ScoredStepNamed, scoredSteps } from './scored-steps.ts';
import { columnsOf, type Line, literatureOf, optionPointer, rowsOf } from './table-lines.ts';

const cellLimit = 20_000;

/** Checks each table: what its lines name, and what each cell asks of runs, of literature or of options. */
export function checkTables(view: FileView, places: Places, findings: Findings): void {
  const stepNamed = scoredSteps(view);
  for (const [name, value] of Object.entries(asRecord(member(view.file, 'tables')))) {
    checkTable(view, { name, options: asRecord(value), stepNamed, places }, findings);
  }
}

interface TableContext {
  readonly name: string;
  readonly options: JsonRecord;
  readonly stepNamed: ScoredStepNamed;
  readonly places: Places;
}

function checkTable(view: FileView, context: TableContext, findings: Findings): void {
  const { name, options, stepNamed, places } = context;
  const pointer = childPointer('/tables', name);
  const rows = member(options, 'rows');
  const axis = typeof rows === 'string' ? { value: rows, pointer: childPointer(pointer, 'rows') } : undefined;
  const from = stepNamed(member(options, 'from'));
  const table: TableLines = {
    name,
    pointer,
    options,
    rows: rowsOf(options, pointer, axis && from?.axes.get(axis.value)),
    columns: columnsOf(options, pointer),
    literature: literatureOf(options, pointer),
  };
  checkLines(table, findings);
  if (axis && member(options, 'from') === undefined) {
    findings.addUnlessFound('LAC1409', { what: `rows of an axis of table "${name}"` }, axis.pointer, {
      hint: { text: 'add `from` to the table' },
    });
    return;
  }
  const owner = `table "${name}"`;
  const steps = stepsRead(table, stepNamed);
  const axes = checkAxesAsked({ owner, pointer, options }, axis ? [axis] : [], { steps, places }, findings);
  if (axis && from) checkRowAxis(table, { axis, from, stepNamed }, findings);
  if (!checkSize(table, findings)) return;
  for (const row of [...table.rows.lines, ...table.literature]) {
    for (const column of table.columns.lines) {
      checkTableCell(view, { owner, options, pointer, axes, row, column, stepNamed }, findings);
    }
  }
}

/** The evaluate steps that table and lines name, each once. */
function stepsRead(
  { options, rows, columns }: TableLines,
  stepNamed: ScoredStepNamed,
): readonly ScoredStep[] {
  const all = [options, ...[...rows.lines, ...columns.lines].map((line) => line.options)];
  return [...new Set(all.flatMap((one) => stepNamed(member(one, 'from')) ?? []))];
}

function checkSize(
  { name: table, pointer, rows, columns, literature }: TableLines,
  findings: Findings,
): boolean {
  const actual = (rows.lines.length + literature.length) * columns.lines.length;
  if (actual <= cellLimit) return true;
  findings.addUnlessFound('LAC1422', { table, actual, limit: cellLimit }, pointer, { side: 'key' });
  return false;
}

interface RowAxis {
  readonly axis: Asked;
  readonly from: ScoredStep;
  readonly stepNamed: ScoredStepNamed;
}

/** Columns that read another step must find a run in it for every row. */
function checkRowAxis(
  { name, columns }: TableLines,
  { axis, from, stepNamed }: RowAxis,
  findings: Findings,
): void {
  const values = from.axes.get(axis.value) ?? [];
  const others = columns.lines.flatMap((line: Line) => {
    const step = stepNamed(member(line.options, 'from'));
    return step && step !== from ? [{ step, pointer: optionPointer(line, 'from') }] : [];
  });
  for (const { step, pointer } of others) {
    for (const value of values) {
      const asked = { owner: `table "${name}"`, axis: axis.value, value, pointer };
      checkAxisValue(asked, step, findings);
    }
  }
}
