import type { Table, TableLine } from './table.ts';

/** The key of a bibliography that a source is; undefined for a source that is a sentence or an address. */
export function citationOf({ source }: Pick<TableLine, 'source'>): string | undefined {
  if (source === undefined || source.includes('//')) return undefined;
  return /^[A-Za-z][A-Za-z0-9:._+/-]*$/.test(source) ? source : undefined;
}

/** Every key that lines of a table cite. */
export function citationsIn({ rows, columns }: Pick<Table, 'rows' | 'columns'>): readonly string[] {
  return [...new Set([...rows, ...columns].flatMap((line) => citationOf(line) ?? []))];
}

/** How a plain text cites a key, such as a note of a table. */
export function citeInText(key: string): string {
  return `[${key}]`;
}
