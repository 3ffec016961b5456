import type { Asked } from './asked.ts';
import { type AxesAsked, checkAxesAccounted } from './asked-axes.ts';
import { checkScoreAsked } from './asked-score.ts';
import { checkOption } from './check-option.ts';
import type { FileView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { asRecord, isRecord, type JsonRecord, type JsonValue, member } from './json-value.ts';
import { childPointer } from './pointer.ts';
import type { ScoredStepNamed } from './scored-steps.ts';
import { isLiterature, type Line, optionPointer } from './table-lines.ts';

/** The place where a row and a column of a table meet. */
export interface TableCellAsked {
  readonly owner: string;
  readonly options: JsonRecord;
  readonly pointer: string;
  readonly axes: AxesAsked;
  readonly row: Line;
  readonly column: Line;
  readonly stepNamed: ScoredStepNamed;
}

/** Checks a cell as the one thing that it is: literature, an option, a number of runs, or nothing. */
export function checkTableCell(view: FileView, cell: TableCellAsked, findings: Findings): void {
  const { row, column } = cell;
  if (isLiterature(row) || isLiterature(column)) {
    checkLiteratureCell(cell, findings);
    return;
  }
  checkConflicts(cell, findings);
  if ([row, column].some(({ options }) => member(options, 'option') !== undefined)) {
    checkOptionCell(view, cell, findings);
  } else checkRunsCell(cell, findings);
}

function checkLiteratureCell({ owner, row, column }: TableCellAsked, findings: Findings): void {
  const numbers = (line: Line) => member(line.options, 'values');
  if (member(numbers(row), column.name) === undefined || member(numbers(column), row.name) === undefined)
    return;
  const pointer = childPointer(optionPointer(column, 'values'), row.name);
  findings.addUnlessFound('LAC1423', { owner, row: row.name, column: column.name }, pointer, {
    side: 'key',
    hint: { text: 'delete one of the two numbers' },
  });
}

/** What a row and a column may both say only if they agree. */
const shared = ['from', 'cell', 'metric', 'class', 'direction', 'derive', 'step', 'option'];

function checkConflicts({ owner, row, column }: TableCellAsked, findings: Findings): void {
  const report = (what: string, line: Line, pointer: string) => {
    const values = { owner, one: `row "${row.name}"`, other: `column "${column.name}"`, what };
    findings.addUnlessFound('LAC1411', values, pointer, {
      hint: { text: 'write it in one of them' },
      subject: line.name,
    });
  };
  for (const name of shared) {
    if (differ(member(row.options, name), member(column.options, name))) {
      report(`\`${name}\``, row, optionPointer(column, name));
    }
  }
  const ofRow = asRecord(member(row.options, 'where'));
  for (const [axis, value] of Object.entries(asRecord(member(column.options, 'where')))) {
    if (!differ(value, member(ofRow, axis))) continue;
    report(`value of the axis "${axis}"`, row, childPointer(optionPointer(column, 'where'), axis));
  }
}

function differ(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
}

function checkOptionCell(view: FileView, { owner, row, column }: TableCellAsked, findings: Findings): void {
  const [line, other] = member(row.options, 'option') === undefined ? [column, row] : [row, column];
  const pointer = optionPointer(line, 'option');
  const option = member(line.options, 'option');
  const step = member(other.options, 'step');
  if (typeof option !== 'string') return;
  if (typeof step !== 'string') {
    const values = { owner, option, line: `${other.side} "${other.name}"` };
    findings.addUnlessFound('LAC1424', values, pointer, {
      hint: { text: `add \`step\` to the ${other.side}` },
      subject: other.name,
    });
  } else checkOption(view, { step, option, pointer }, findings);
}

function checkRunsCell(cell: TableCellAsked, findings: Findings): void {
  const { owner, options, row, column, axes } = cell;
  const from = askedIn(cell, 'from') ?? { value: member(options, 'from') };
  if (from.value === undefined) {
    if (asksNothing(row) && asksNothing(column)) return;
    const what = `the number of row "${row.name}" and column "${column.name}" in ${owner}`;
    findings.addUnlessFound('LAC1409', { what }, column.pointer, {
      hint: { text: 'add `from` to the row, the column or the table' },
      subject: row.name,
    });
    return;
  }
  const step = cell.stepNamed(from.value);
  if (step === undefined) return;
  const where = whereOf(cell);
  const derive = askedIn(cell, 'derive');
  checkAxesAccounted(axes, where, step, findings);
  checkScoreAsked(
    {
      owner,
      pointer: column.pointer,
      metric: textIn(cell, 'metric') ?? metricOf(cell),
      cell: textIn(cell, 'cell'),
      class: textIn(cell, 'class'),
      direction: textIn(cell, 'direction'),
      derive: derive && { value: asRecord(derive.value), pointer: derive.pointer },
      where,
      isByClass: false,
      hasCells: false,
    },
    step,
    findings,
  );
}

function asksNothing({ options }: Line): boolean {
  return ['cell', 'metric', 'class', 'direction', 'derive', 'where', 'expect'].every(
    (name) => member(options, name) === undefined,
  );
}

/** What row or column say, the row first. */
function askedIn({ row, column }: TableCellAsked, name: string): Asked<JsonValue> | undefined {
  for (const line of [row, column]) {
    const value = member(line.options, name);
    if (value !== undefined) return { value, pointer: optionPointer(line, name) };
  }
  return undefined;
}

function textIn(cell: TableCellAsked, name: string): Asked | undefined {
  const asked = askedIn(cell, name);
  return typeof asked?.value === 'string' ? { value: asked.value, pointer: asked.pointer } : undefined;
}

function metricOf({ options, pointer }: TableCellAsked): Asked {
  const metric = member(member(options, 'cell'), 'metric');
  return { value: String(metric), pointer: childPointer(pointer, 'cell', 'metric') };
}

function whereOf({ row, column }: TableCellAsked): ReadonlyMap<string, Asked<JsonValue>> {
  const entries = [column, row].flatMap((line) => {
    const where = member(line.options, 'where');
    if (!isRecord(where)) return [];
    return Object.entries(where).map(([axis, value]) => {
      return [axis, { value, pointer: childPointer(optionPointer(line, 'where'), axis) }] as const;
    });
  });
  return new Map(entries);
}
