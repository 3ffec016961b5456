import { asList, asRecord, isRecord, type JsonRecord, type JsonValue, member, shown } from './json-value.ts';
import { childPointer } from './pointer.ts';

/** A row or column of a table as it is written, or as a shorthand stands for it. */
export interface Line {
  readonly side: 'row' | 'column';
  /** What the other side, the command line and `compare` call it. */
  readonly name: string;
  /** How many headers it has. */
  readonly levels: number;
  readonly options: JsonRecord;
  readonly pointer: string;
  /** Where each option stands, if it is not below `pointer`. */
  readonly at?: string;
}

/** The lines of one side of a table; `names` is undefined where they are not known. */
export interface Lines {
  readonly side: 'row' | 'column';
  /** Lines that differ: all rows of an axis are alike, and one stands for them. */
  readonly lines: readonly Line[];
  readonly names: readonly string[] | undefined;
}

/** Where an option of a line stands. */
export function optionPointer({ pointer, at }: Line, name: string): string {
  return at ?? childPointer(pointer, name);
}

/** Whether numbers of a line come from elsewhere. */
export function isLiterature({ options }: Line): boolean {
  return member(options, 'values') !== undefined || member(options, 'source') !== undefined;
}

/** Columns: cells of the grid by name, or written out. */
export function columnsOf(options: JsonRecord, table: string): Lines {
  const written = asList(member(options, 'columns'));
  const lines = written.flatMap((column, index) => {
    const pointer = childPointer(table, 'columns', index);
    if (typeof column !== 'string') return lineOf('column', column, pointer) ?? [];
    return [
      { side: 'column', name: column, levels: 1, options: { cell: column }, pointer, at: pointer } as const,
    ];
  });
  return { side: 'column', lines, names: namesOf(lines, written) };
}

/** Rows that are written out, or the one that stands for those of an axis whose `values` are given, if known. */
export function rowsOf(options: JsonRecord, table: string, values: readonly JsonValue[] | undefined): Lines {
  const rows = member(options, 'rows');
  const pointer = childPointer(table, 'rows');
  if (typeof rows === 'string') {
    const one = { side: 'row', name: `of each ${rows}`, levels: 1, options: {}, pointer } as const;
    return { side: 'row', lines: [one], names: values?.map((value) => nameOfValue(value)) };
  }
  const written = asList(rows);
  const lines = written.flatMap((row, index) => lineOf('row', row, childPointer(pointer, index)) ?? []);
  return { side: 'row', lines, names: namesOf(lines, written) };
}

/** Names are known where every line that is written has one. */
function namesOf(lines: readonly Line[], written: readonly JsonValue[]): readonly string[] | undefined {
  return lines.length === written.length && written.length > 0 ? lines.map(({ name }) => name) : undefined;
}

/** The further rows of literature. */
export function literatureOf(options: JsonRecord, table: string): readonly Line[] {
  return asList(member(options, 'literature')).flatMap(
    (row, index) => lineOf('row', row, childPointer(table, 'literature', index)) ?? [],
  );
}

function lineOf(side: 'row' | 'column', line: JsonValue, pointer: string): Line | undefined {
  if (!isRecord(line)) return undefined;
  const label = member(line, 'label');
  const levels = asList(typeof label === 'string' ? [label] : label).map(String);
  if (levels.length === 0) return undefined;
  const name = member(line, 'name');
  const options = asRecord(line);
  return {
    side,
    name: typeof name === 'string' ? name : levels.join(' / '),
    levels: levels.length,
    options,
    pointer,
  };
}

function nameOfValue(value: JsonValue): string {
  return typeof value === 'object' ? shown(value) : String(value);
}
