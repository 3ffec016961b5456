import type { FileView, StepView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { asList, asRecord, type JsonValue, member, memberAt, textsOf } from './json-value.ts';
import type { Places } from './places.ts';
import { childPointer } from './pointer.ts';
import { axesOf, datasetOf, modalitiesOf, stepNamed } from './step-graph.ts';
import { suggest } from './suggest.ts';

interface TableView {
  readonly name: string;
  readonly pointer: string;
  readonly options: JsonValue;
  readonly evaluate: StepView;
}

/** Checks each table against the runs that it shows: every axis accounted for, every cell and metric scored. */
export function checkTables(view: FileView, places: Places, findings: Findings): void {
  for (const [name, options] of Object.entries(asRecord(member(view.file, 'tables')))) {
    const pointer = childPointer('/tables', name);
    const evaluate = stepNamed(view, member(options, 'from'), 'evaluate');
    checkLiterature({ name, pointer, options }, findings);
    if (evaluate === undefined || !stepNamed(view, evaluate.variants[0]['model'], 'train')) continue;
    const table = { name, pointer, options, evaluate };
    checkAxes(view, table, places, findings);
    checkColumns(view, table, findings);
    checkMetric(table, findings);
  }
}

function checkAxes(view: FileView, table: TableView, places: Places, findings: Findings): void {
  const valuesOf = axesOf(view, table.evaluate);
  const axes = [...valuesOf.keys()];
  const rows = member(table.options, 'rows');
  const over = textsOf(member(table.options, 'over'));
  const overPointer = childPointer(table.pointer, 'over');
  // The default of `over` is the seed axis, where there is one.
  const isWritten = places.get(overPointer) !== undefined;
  if (typeof rows === 'string') checkAxis(table, rows, childPointer(table.pointer, 'rows'), axes, findings);
  for (const [index, name] of over) {
    const pointer = isWritten ? childPointer(overPointer, index) : overPointer;
    if (name === rows) addAxisTwice(table, name, pointer, isWritten, findings);
    else if (isWritten) checkAxis(table, name, pointer, axes, findings);
  }
  const named = [...(typeof rows === 'string' ? [rows] : []), ...over.map(([, name]) => name)];
  const unknown = named.filter((name) => !axes.includes(name));
  // A misspelt axis has been reported: the axis that it means is not left out.
  if (unknown.some((name) => isWritten || name === rows)) return;
  const left = axes.filter((axis) => valuesOf.get(axis)?.length && !named.includes(axis));
  const aggregated = over.map(([, name]) => name).filter((name) => axes.includes(name));
  for (const name of left) {
    findings.addUnlessFound('LAC1402', { table: table.name, name }, isWritten ? overPointer : table.pointer, {
      side: 'key',
      hint: { text: `add it: over: [${[...aggregated, name].join(', ')}]` },
      subject: name,
    });
  }
}

function addAxisTwice(
  table: TableView,
  name: string,
  pointer: string,
  isWritten: boolean,
  findings: Findings,
): void {
  const text = isWritten ? 'delete it here' : '`over` is [seed] unless written: write `over: []`';
  findings.addUnlessFound('LAC1403', { table: table.name, name }, pointer, { hint: { text }, subject: name });
}

function checkAxis(
  table: TableView,
  name: string,
  pointer: string,
  axes: readonly string[],
  findings: Findings,
): void {
  if (axes.includes(name)) return;
  const known = axes.length === 0 ? 'the models have no matrix' : `there is ${axes.join(', ')}`;
  findings.addUnlessFound('LAC1401', { table: table.name, name }, pointer, {
    hint: suggest(name, axes) ?? { text: known },
  });
}

function checkColumns(view: FileView, { pointer, options, evaluate }: TableView, findings: Findings): void {
  const scored = scoredCells(view, evaluate);
  if (scored.length === 0) return;
  for (const [index, name] of textsOf(member(options, 'columns'))) {
    if (scored.includes(name)) continue;
    findings.addUnlessFound(
      'LAC1404',
      { step: evaluate.name, name },
      childPointer(pointer, 'columns', index),
      {
        hint: { text: `it scores ${scored.join(', ')}` },
      },
    );
  }
}

/** The cells that an evaluate step scores; none while that is not known. */
function scoredCells(view: FileView, evaluate: StepView): readonly string[] {
  const model = stepNamed(view, evaluate.variants[0]['model'], 'train');
  const dataset = model && datasetOf(view, model.variants[0]);
  if (dataset === undefined) return [];
  const modalities = modalitiesOf(dataset);
  const all = ['complete', ...modalities.map((modality) => `only-${modality}`)];
  const cells = asList(evaluate.variants[0]['grid']).flatMap((entry) => {
    const subsets = member(entry, 'subsets');
    return subsets === 'all' ? all : textsOf(subsets).map(([, text]) => text);
  });
  return [...new Set(cells)];
}

function checkMetric({ pointer, options, evaluate }: TableView, findings: Findings): void {
  const name = memberAt(options, 'cell', 'metric');
  const measured = textsOf(evaluate.variants[0]['metrics']).map(([, text]) => text);
  if (typeof name !== 'string' || measured.length === 0 || measured.includes(name)) return;
  findings.addUnlessFound('LAC1405', { step: evaluate.name, name }, childPointer(pointer, 'cell', 'metric'), {
    side: 'value',
    hint: { text: `it measures ${measured.join(', ')}` },
  });
}

function checkLiterature(
  { name: table, pointer, options }: Omit<TableView, 'evaluate'>,
  findings: Findings,
): void {
  const columns = textsOf(member(options, 'columns')).map(([, text]) => text);
  asList(member(options, 'literature')).forEach((row, index) => {
    for (const name of Object.keys(asRecord(member(row, 'values')))) {
      if (columns.includes(name)) continue;
      findings.addUnlessFound(
        'LAC1406',
        { table, name },
        childPointer(pointer, 'literature', index, 'values', name),
        {
          side: 'key',
          hint: suggest(name, columns) ?? { text: `the columns are ${columns.join(', ')}` },
        },
      );
    }
  });
}
