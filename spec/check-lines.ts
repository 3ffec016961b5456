import type { Findings } from './findings.ts';
import { asList, asRecord, type JsonRecord, member } from './json-value.ts';
import { childPointer } from './pointer.ts';
import { suggest } from './suggest.ts';
import { type Line, type Lines, optionPointer } from './table-lines.ts';

/** A table with its lines. */
export interface TableLines {
  readonly name: string;
  readonly pointer: string;
  readonly options: JsonRecord;
  readonly rows: Lines;
  readonly columns: Lines;
  readonly literature: readonly Line[];
}

/** Checks what lines say of themselves and of each other: names, headers, sources. */
export function checkLines(table: TableLines, findings: Findings): void {
  const { rows, columns, literature } = table;
  for (const { lines } of [rows, columns]) checkRepeats(table.name, lines, findings);
  const rowNames = rows.names && [...rows.names, ...literature.map(({ name }) => name)];
  for (const line of rows.lines) checkNamed(table.name, line, columns.names, findings);
  for (const line of columns.lines) checkNamed(table.name, line, rowNames, findings);
  if (columns.names) {
    for (const line of literature) checkLiteratureRow(table.name, line, columns.names, findings);
  }
  for (const line of [...rows.lines, ...columns.lines]) checkSource(line.pointer, line.options, findings);
  checkRowHeaders(table, findings);
  checkCompared(table, findings);
}

function checkRepeats(table: string, lines: readonly Line[], findings: Findings): void {
  const seen = new Set<string>();
  for (const { name, side, options, pointer } of lines) {
    if (seen.has(name)) {
      const at = member(options, 'name') === undefined ? 'label' : 'name';
      findings.addUnlessFound('LAC1417', { table, side, name }, childPointer(pointer, at), {
        hint: { text: 'give it a `name` of its own' },
      });
    }
    seen.add(name);
  }
}

/** The numbers and marks of a line belong to lines of the other side. */
function checkNamed(
  table: string,
  line: Line,
  others: readonly string[] | undefined,
  findings: Findings,
): void {
  if (others === undefined) return;
  const side = line.side === 'row' ? 'column' : 'row';
  for (const key of ['values', 'expect', 'marks']) {
    for (const name of Object.keys(asRecord(member(line.options, key)))) {
      if (others.includes(name)) continue;
      findings.addUnlessFound(
        'LAC1416',
        { table, side, name },
        childPointer(optionPointer(line, key), name),
        { side: 'key', hint: namesHint(name, others, side) },
      );
    }
  }
}

function checkLiteratureRow(
  table: string,
  { options, pointer }: Line,
  columns: readonly string[],
  findings: Findings,
): void {
  for (const key of ['values', 'marks']) {
    for (const name of Object.keys(asRecord(member(options, key)))) {
      if (columns.includes(name)) continue;
      findings.addUnlessFound('LAC1406', { table, name }, childPointer(pointer, key, name), {
        side: 'key',
        hint: namesHint(name, columns, 'column'),
      });
    }
  }
}

/** A misspelt name is compared with so many others: a hostile file may have thousands of both. */
const mostCompared = 200;

function namesHint(name: string, known: readonly string[], side: string) {
  return (
    suggest(name, known.slice(0, mostCompared)) ?? {
      text: `the ${side}s are ${known.slice(0, 12).join(', ')}`,
    }
  );
}

/** Numbers from elsewhere and where they stand belong together. */
export function checkSource(pointer: string, options: JsonRecord, findings: Findings): void {
  const [hasValues, hasSource] = ['values', 'source'].map((name) => member(options, name) !== undefined);
  if (hasValues === hasSource) return;
  const [there, missing] = hasValues ? ['values', 'source'] : ['source', 'values'];
  findings.addUnlessFound('LAC1418', { there, missing }, childPointer(pointer, there), {
    side: 'key',
    hint: { text: `add \`${missing}\`` },
  });
}

function checkRowHeaders({ name, options, pointer, rows, literature }: TableLines, findings: Findings): void {
  const headers = member(options, 'rowHeaders');
  if (headers === undefined || rows.lines.length === 0) return;
  const actual = asList(headers).length;
  const levels = Math.max(...[...rows.lines, ...literature].map((line) => line.levels));
  if (actual === levels) return;
  findings.addUnlessFound('LAC1421', { table: name, actual, levels }, childPointer(pointer, 'rowHeaders'), {
    hint: { text: 'write one title for each level, "" for none' },
  });
}

function checkCompared({ name: table, options, pointer, rows }: TableLines, findings: Findings): void {
  const name = member(member(options, 'compare'), 'with');
  if (typeof name !== 'string' || name === '' || rows.names === undefined || rows.names.includes(name))
    return;
  findings.addUnlessFound('LAC1416', { table, side: 'row', name }, childPointer(pointer, 'compare', 'with'), {
    hint: namesHint(name, rows.names, 'row'),
  });
}
