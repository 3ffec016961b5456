/** One record of a table; `line` is where it begins, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is wrong with a table, and in which line. */
export interface CsvProblem {
  readonly line: number;
  readonly problem: string;
}

/**
 * Rows of a table as RFC 4180 writes it: cells in quotes hold delimiters, line breaks and doubled quotes. Lines end with
 * LF, CRLF or CR; empty lines are left out. A quote inside a cell that does not begin with one stands for itself.
 */
export function parseCsv(text: string, delimiter: string): readonly CsvRow[] | CsvProblem {
  const rows: CsvRow[] = [];
  const reader = createReader(text, delimiter);
  while (!reader.isAtEnd()) {
    const row = reader.readRow();
    if ('problem' in row) return row;
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
  }
  return rows;
}

function createReader(text: string, delimiter: string) {
  let at = 0;
  let line = 1;
  const plainEnd = new RegExp(`[\\r\\n${delimiter === '\t' ? '\\t' : delimiter}]`, 'g');

  /** Up to the delimiter or the end of the line. */
  const readPlain = (): string => {
    plainEnd.lastIndex = at;
    const end = plainEnd.exec(text)?.index ?? text.length;
    const cell = text.slice(at, end);
    at = end;
    return cell;
  };

  const readQuoted = (): string | CsvProblem => {
    const opened = line;
    let cell = '';
    for (at += 1; ; at += 1) {
      const end = text.indexOf('"', at);
      if (end < 0) return { line: opened, problem: 'a quote is opened here and never closed' };
      cell += text.slice(at, end);
      at = end + 1;
      if (text[at] !== '"') break;
      cell += '"';
    }
    line += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
      return {
        line,
        problem: `there is text after a closing quote: ${JSON.stringify(text.slice(at, at + 20))}`,
      };
    }
    return cell;
  };

  const endLine = () => {
    if (text.startsWith('\r\n', at)) at += 2;
    else if (at < text.length) at += 1;
    line += 1;
  };

  return {
    isAtEnd: () => at >= text.length,
    readRow: (): CsvRow | CsvProblem => {
      const begun = line;
      const cells: string[] = [];
      for (;;) {
        const cell = text[at] === '"' ? readQuoted() : readPlain();
        if (typeof cell !== 'string') return cell;
        cells.push(cell);
        if (text[at] !== delimiter) break;
        at += 1;
      }
      endLine();
      return { line: begun, cells };
    },
  };
}
