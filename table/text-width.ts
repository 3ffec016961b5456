/** Whitespace and control characters as single spaces: what may stand in one line of any output. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Columns that a terminal with a fixed-width font gives to a text; wide characters (CJK, emoji) take two. */
export function textWidth(text: string): number {
  return Array.from(graphemes.segment(text), ({ segment }) => graphemeWidth(segment)).reduce(
    (sum, width) => sum + width,
    0,
  );
}

/** Pads to a display width, on the left for numbers and on the right for words. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const blank = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'left' ? blank + text : text + blank;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Hangul, kana, ideographs, fullwidth forms: the wide and fullwidth blocks of Unicode's East Asian Width (UAX 11). */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;

function graphemeWidth(grapheme: string): number {
  // A variation selector 16 or a default emoji presentation is drawn in two columns, a lone combining mark in none.
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(grapheme) || wide.test(grapheme)) return 2;
  return /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]*$/u.test(grapheme) ? 0 : 1;
}
