import type { Span } from '../diagnostics/diagnostic.ts';

/** The text of a file with the offset of each line, to turn offsets into lines and columns. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: readonly number[];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  /** The range [start, end), clamped to the text. */
  span(start: number, end: number): Span {
    const from = Math.min(Math.max(0, start), this.text.length);
    const to = Math.min(Math.max(from, end), this.text.length);
    const [line, column] = this.#position(from);
    const [endLine, endColumn] = this.#position(to);
    return { file: this.file, start: from, end: to, line, column, endLine, endColumn };
  }

  #position(offset: number): [line: number, column: number] {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (this.#lineStarts[low] ?? 0) + 1];
  }
}
