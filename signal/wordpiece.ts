import { controls, nonspacingMarks, punctuation } from './unicode-classes.ts';

/** Ids by token text, as a `vocab.txt` lists them: the line number is the id. */
export type Vocabulary = ReadonlyMap<string, number>;

const specialTokens = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'] as const;
const longestWord = 100;

/** Why a vocabulary cannot be used, or nothing: a tokenizer needs the special tokens, and [PAD] as id 0. */
export function vocabularyProblem(vocabulary: Vocabulary): string | undefined {
  const missing = specialTokens.filter((token) => !vocabulary.has(token));
  if (missing.length > 0) return `it lacks ${missing.join(', ')}`;
  return vocabulary.get('[PAD]') === 0 ? undefined : '[PAD] is not its first line';
}

/** The vocabulary in the text of a `vocab.txt`: one token a line, Unix or Windows line ends. */
export function parseVocabulary(text: string): Vocabulary {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return new Map(lines.map((token, id) => [token, id]));
}

/**
 * A function from text to token ids, [CLS] first and [SEP] last, at most `maxLength` with both. Equal to
 * Hugging Face's BertTokenizerFast for uncased models, which its JavaScript package is not: that lower-cases
 * whole strings, so that a final Greek sigma differs. The vocabulary must hold the special tokens.
 */
export function createWordpiece(vocabulary: Vocabulary, maxLength: number): (text: string) => number[] {
  const idOf = (token: string): number => vocabulary.get(token) ?? -1;
  const [classId, separatorId] = [idOf('[CLS]'), idOf('[SEP]')];
  return (text) => {
    const content = splitSpecials(text)
      .flatMap((part) => (isSpecial(part) ? [part] : splitWords(normalise(part))))
      .flatMap((word) => (isSpecial(word) ? [idOf(word)] : wordIds(word, vocabulary)));
    return [classId, ...content.slice(0, maxLength - 2), separatorId];
  };
}

// Special tokens written in the text count as themselves; they are found before anything is normalised.
const special = /(\[(?:PAD|UNK|CLS|SEP|MASK)\])/;

function splitSpecials(text: string): string[] {
  return text.split(special);
}

function isSpecial(part: string): boolean {
  return (specialTokens as readonly string[]).includes(part);
}

function normalise(text: string): string {
  const spaced = text.replace(dropped, '').replace(cjk, ' $& ');
  // Character by character: a whole string would give a final sigma, which the reference does not.
  return Array.from(spaced.normalize('NFD').replace(marks, ''), (character) => character.toLowerCase()).join(
    '',
  );
}

const dropped = new RegExp(`[${controls}]`, 'gu');
const marks = new RegExp(`[${nonspacingMarks}]`, 'gu');

// The blocks that BERT treats as ideographs, each a word of its own; kana and hangul are not among them.
const cjk =
  /[\u{4e00}-\u{9fff}\u{3400}-\u{4dbf}\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b920}-\u{2ceaf}\u{f900}-\u{faff}\u{2f800}-\u{2fa1f}]/gu;

const words = new RegExp(`[${punctuation}]|[^${punctuation}\\p{White_Space}]+`, 'gu');

function splitWords(text: string): string[] {
  return text.match(words) ?? [];
}

/** Greedy longest match from the left; a word with a rest that nothing matches is one [UNK]. */
function wordIds(word: string, vocabulary: Vocabulary): number[] {
  const unknown = [vocabulary.get('[UNK]') ?? -1];
  const characters = Array.from(word);
  if (characters.length > longestWord) return unknown;
  const ids: number[] = [];
  for (let start = 0; start < characters.length; ) {
    const piece = longestPiece(characters, start, vocabulary);
    if (piece === undefined) return unknown;
    ids.push(piece.id);
    start = piece.end;
  }
  return ids;
}

function longestPiece(
  characters: readonly string[],
  start: number,
  vocabulary: Vocabulary,
): { id: number; end: number } | undefined {
  for (let end = characters.length; end > start; end--) {
    const id = vocabulary.get((start > 0 ? '##' : '') + characters.slice(start, end).join(''));
    if (id !== undefined) return { id, end };
  }
  return undefined;
}
