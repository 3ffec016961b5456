import type { Span } from './diagnostic.ts';

/** A line of a file cut to fit, and the marks below it; both are meant for a fixed-width font. */
export interface Excerpt {
  readonly line: string;
  readonly indent: string;
  readonly marks: string;
}

interface Cell {
  readonly shown: string;
  readonly width: number;
  /** Offset in the line, in UTF-16 units. */
  readonly at: number;
}

const tabWidth = 4;
const widest = 100;
const leadIn = 30;
const zeroWidth = /\p{M}|[\u200B-\u200D]/u;
// East Asian wide and fullwidth blocks, and what a terminal draws as an emoji (Unicode TR 11).
const doubleWidth =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const control = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** The first line of a span with marks under the span's part of it. */
export function excerpt(text: string, span: Span): Excerpt {
  const lineStart = span.start - (span.column - 1);
  const lineEnd = text.indexOf('\n', span.start);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd).replace(/\r$/, '');
  const from = span.start - lineStart;
  const isOneLine = span.endLine === span.line;
  const to = isOneLine ? span.end - lineStart : line.trimEnd().length;
  const cells = cellsOf(line);
  const [first, last] = frame(cells, from);
  const inside = cells.slice(first, last);
  const isCutLeft = first > 0;
  const before = inside.filter(({ at }) => at < from);
  const marked = inside.filter(({ at }) => at >= from && at < to);
  return {
    line: `${isCutLeft ? '…' : ''}${inside.map(({ shown }) => shown).join('')}${last < cells.length ? '…' : ''}`.trimEnd(),
    indent: ' '.repeat(widthOf(before) + (isCutLeft ? 1 : 0)),
    marks: '^'.repeat(Math.max(1, widthOf(marked))),
  };
}

function cellsOf(line: string): readonly Cell[] {
  let column = 0;
  let at = 0;
  return [...line].map((character) => {
    const width = character === '\t' ? tabWidth - (column % tabWidth) : widthOfCharacter(character);
    const cell = { shown: shownAs(character, width), width, at };
    column += width;
    at += character.length;
    return cell;
  });
}

function widthOfCharacter(character: string): number {
  if (zeroWidth.test(character)) return 0;
  return doubleWidth.test(character) ? 2 : 1;
}

/** Control characters could move the cursor, and those that turn the direction could hide what is written. */
function shownAs(character: string, width: number): string {
  if (character === '\t') return ' '.repeat(width);
  return control.test(character) ? '\uFFFD' : character;
}

/** Which cells are shown: all that fit, else a stretch that begins a little before the span. */
function frame(cells: readonly Cell[], from: number): [first: number, last: number] {
  if (widthOf(cells) <= widest) return [0, cells.length];
  const start = cells.findIndex(({ at }) => at >= from);
  const marked = start < 0 ? cells.length : start;
  const first = marked < widest - leadIn ? 0 : marked - leadIn;
  let last = first;
  let width = 0;
  for (; last < cells.length && width + (cells[last]?.width ?? 0) <= widest; last += 1)
    width += cells[last]?.width ?? 0;
  return [first, last];
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
