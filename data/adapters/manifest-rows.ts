import { failure } from '../../diagnostics/failure.ts';
import type { ManifestOptions } from '../../schemas/generated/resolved.ts';
import { malformed, readCsv, readJsonLines } from './annotations.ts';
import type { FolderRoot } from './folder-root.ts';
import { shortList } from './gather-samples.ts';

/** One sample of a manifest. */
export interface ManifestRow {
  readonly file: string;
  readonly line: number;
  /** `list.csv, line 3` */
  readonly at: string;
  /** The text of a column; nothing where it is empty, blank, or no column is asked for. */
  readonly cell: (column: string | undefined) => string | undefined;
  /** The texts of a column that holds several: a list in JSON, else a cell with separators. None where it is empty. */
  readonly list: (column: string, separator: string) => readonly string[];
}

type Value = string | readonly string[];

const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** The rows of a manifest: of JSON lines when its name ends in `.jsonl` or `.ndjson`, else of CSV with a header. */
export async function readManifest(
  root: FolderRoot,
  options: ManifestOptions,
): Promise<readonly ManifestRow[]> {
  const isJson = /\.(?:jsonl|ndjson)$/i.test(options.file);
  const { names, rows } = isJson ? await readJsonRows(root, options.file) : await readCsvRows(root, options);
  const absent = Object.values(options.columns).find((column) => !names.includes(column));
  if (absent !== undefined)
    throw failure('LAC3168', { file: options.file, column: absent, known: shortList(names) });
  return rows.map(({ line, values }) => rowOf(options.file, line, values));
}

interface Rows {
  readonly names: readonly string[];
  readonly rows: readonly { readonly line: number; readonly values: ReadonlyMap<string, Value> }[];
}

async function readCsvRows(root: FolderRoot, { file, delimiter }: ManifestOptions): Promise<Rows> {
  const [header, ...rows] = await readCsv(root, file, delimiters[delimiter]);
  const names = header?.cells ?? [];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw failure('LAC3169', { file, column: repeated });
  return {
    names,
    rows: rows.map(({ line, cells }) => {
      if (cells.length !== names.length)
        throw malformed(file, line, `it has ${cells.length} cells, the header has ${names.length}`);
      return { line, values: new Map(names.map((name, index) => [name, cells[index] ?? ''])) };
    }),
  };
}

async function readJsonRows(root: FolderRoot, file: string): Promise<Rows> {
  const rows = (await readJsonLines(root, file)).map(({ line, value }) => ({
    line,
    values: new Map(Object.entries(value).map(([name, each]) => [name, textsOf(each, name, file, line)])),
  }));
  return { names: [...new Set(rows.flatMap(({ values }) => [...values.keys()]))], rows };
}

function textsOf(value: unknown, name: string, file: string, line: number): Value {
  if (value === null) return '';
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw malformed(file, line, `\`${name}\` is neither a text, a number nor a list of texts`);
}

function rowOf(file: string, line: number, values: ReadonlyMap<string, Value>): ManifestRow {
  const textOf = (column: string): Value => values.get(column) ?? '';
  return {
    file,
    line,
    at: `${file}, line ${line}`,
    cell: (column) => {
      const value = column === undefined ? '' : textOf(column);
      if (typeof value !== 'string')
        throw malformed(file, line, `\`${column}\` is a list; only \`labels\` may be one`);
      return value.trim() === '' ? undefined : value;
    },
    list: (column, separator) => {
      const value = textOf(column);
      if (typeof value !== 'string') return value;
      return value.trim() === '' ? [] : value.split(separator);
    },
  };
}
