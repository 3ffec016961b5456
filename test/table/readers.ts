/*
 * Readers of what the renderers write, which know the formats and nothing of the writers: the texts of the cells of
 * numbers by row, without the marks of best and second.
 */

/** A reader of RFC 4180. */
export function parseCsv(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** The last `columns` fields of each line of the body. */
export const cellReaders: {
  readonly [format: string]: (text: string, columns: number) => readonly (readonly string[])[];
} = {
  md: (text, columns) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) => line.split('|').slice(1, -1).slice(-columns))
      .map((cells) => cells.map((cell) => cell.trim().replace(/^\*\*(.*)\*\*$|^<ins>(.*)<\/ins>$/, '$1$2'))),
  tex: (text, columns) => {
    const body = text.slice(text.indexOf('\\midrule'), text.indexOf('\\bottomrule'));
    const rows = body
      .split('\n')
      .filter((line) => line.endsWith('\\\\') && !line.trimStart().startsWith('%'));
    return rows.map((line) =>
      line
        .replace(/\s*\\\\$/, '')
        .split(' & ')
        .slice(-columns)
        .map(plainTex),
    );
  },
  csv: (text, columns) => {
    const [header = [], ...records] = parseCsv(text);
    return chunks(
      records.map((record) => record[header.indexOf('shown')] ?? ''),
      columns,
    );
  },
  html: (text) => {
    const bodies = text.slice(text.indexOf('<tbody>'), text.indexOf('</table>'));
    return [...bodies.matchAll(/<tr>(.*)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
        cell.replace(/<\/?(?:strong|u)>/g, ''),
      ),
    );
  },
  txt: (text, columns) =>
    text
      .split('\n')
      .map((line) =>
        line
          .trim()
          .split(/ {2,}/)
          .slice(1)
          .slice(-columns)
          .map((cell) => cell.replace(/^[*_]/, '')),
      )
      .filter((cells) => cells.length === columns && cells.every((cell) => /^(?:-|\d+\.\d.*)$/.test(cell))),
  json: (text) => {
    const table: { rows: { cells: { shown: string }[] }[] } = JSON.parse(text);
    return table.rows.map(({ cells }) => cells.map(({ shown }) => shown));
  },
};

function plainTex(cell: string): string {
  return cell
    .replace(/^\\(?:textbf|underline)\{(.*)\}$/, '$1')
    .replaceAll('$\\pm$', '±')
    .replaceAll('\\textdagger{}', '†')
    .replace(/^--$/, '-');
}

function chunks(list: readonly string[], size: number): string[][] {
  return Array.from({ length: list.length / size }, (_, row) => list.slice(row * size, (row + 1) * size));
}
