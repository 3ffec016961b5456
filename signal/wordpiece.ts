import { controls, nonspacingMarks, punctuation, undecomposed } from './unicode-classes.ts';

/** Ids by token text, as a `vocab.txt` lists them: the line number is the id. */
export type Vocabulary = ReadonlyMap<string, number>;

/** What differs between uncased and cased models; the values of an uncased one when left out. */
export interface WordpieceOptions {
  readonly lowercase?: boolean;
  /** Whether accents are removed; as `lowercase` when left out. */
  readonly stripAccents?: boolean;
}

const specialTokens = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'] as const;

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
 * Hugging Face's BertTokenizerFast, whatever the version of Unicode that Node.js carries. Half a surrogate pair,
 * which the reference cannot be given, is dropped. The vocabulary must hold the special tokens.
 */
export function createWordpiece(
  vocabulary: Vocabulary,
  maxLength: number,
  options: WordpieceOptions = {},
): (text: string) => number[] {
  const idOf = (token: string): number => vocabulary.get(token) ?? -1;
  const [classId, separatorId] = [idOf('[CLS]'), idOf('[SEP]')];
  const normalise = createNormaliser(options);
  const idsOfWord = remember(createWordCutter(vocabulary));
  const idsOfPart = (part: string): readonly number[] =>
    isSpecial(part) ? [idOf(part)] : idsOfWords(normalise(part), idsOfWord, maxLength);
  return (text) => {
    const content = splitSpecials(text)
      .flatMap(idsOfPart)
      .slice(0, maxLength - 2);
    return [classId, ...content, separatorId];
  };
}

// Special tokens written in the text count as themselves; they are found before anything is normalised.
const special = /(\[(?:PAD|UNK|CLS|SEP|MASK)\])/;

function splitSpecials(text: string): string[] {
  return text.includes('[') ? text.split(special) : [text];
}

function isSpecial(part: string): boolean {
  return (specialTokens as readonly string[]).includes(part);
}

const plainText = /^[\t\n\r -~]*$/;
const dropped = new RegExp(`[${controls}\\ud800-\\udfff]`, 'gu');
const marks = new RegExp(`[${nonspacingMarks}]`, 'gu');
const decomposed = new RegExp(`[^${undecomposed}]+`, 'gu');

// The blocks that BERT treats as ideographs, each a word of its own; kana and hangul are not among them.
const cjk =
  /[\u{4e00}-\u{9fff}\u{3400}-\u{4dbf}\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b920}-\u{2ceaf}\u{f900}-\u{faff}\u{2f800}-\u{2fa1f}]/gu;

/** What BertNormalizer does to a text, in its order. */
function createNormaliser({ lowercase = true, stripAccents = lowercase }: WordpieceOptions) {
  return (text: string): string => {
    if (plainText.test(text)) return lowercase ? text.toLowerCase() : text;
    const spaced = text.replace(dropped, '').replace(cjk, ' $& ');
    const bare = stripAccents
      ? spaced.replace(decomposed, (run) => run.normalize('NFD')).replace(marks, '')
      : spaced;
    return lowercase ? lowerCase(bare) : bare;
  };
}

/** Character by character, as the reference does: a sigma at the end of a word is no other letter. */
function lowerCase(text: string): string {
  return text.replaceAll('\u03a3', '\u03c3').toLowerCase();
}

const words = new RegExp(`[${punctuation}]|[^${punctuation}\\p{White_Space}]+`, 'gu');
const plainWords = /[!-/:-@[-`{-~]|[0-9A-Za-z]+/g;

/** The ids of the words of a normalised text, no fewer than `enough` where there are as many. */
function idsOfWords(text: string, idsOfWord: (word: string) => readonly number[], enough: number): number[] {
  const ids: number[] = [];
  for (const word of text.match(plainText.test(text) ? plainWords : words) ?? []) {
    ids.push(...idsOfWord(word));
    if (ids.length >= enough) break;
  }
  return ids;
}

const rememberedWords = 1 << 16;

/** The same function, with the answers to the last words kept: a language has few words that are frequent. */
function remember(idsOfWord: (word: string) => readonly number[]): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const ids = idsOfWord(word);
    if (known.size >= rememberedWords) known.clear();
    known.set(word, ids);
    return ids;
  };
}

const longestWord = 100;
const continuing = '##';

/**
 * Greedy longest match from the left; a word with a rest that nothing matches, or of more than 100 characters, is
 * one [UNK]. No token is longer than the longest one of its kind, so nothing longer is looked for.
 */
function createWordCutter(vocabulary: Vocabulary): (word: string) => readonly number[] {
  const unknown = [vocabulary.get('[UNK]') ?? -1];
  const tokens = [...vocabulary];
  const rests = new Map(
    tokens
      .filter(([token]) => token.startsWith(continuing))
      .map(([token, id]) => [token.slice(continuing.length), id]),
  );
  const [longestStart, longestRest] = [longestOf(vocabulary.keys()), longestOf(rests.keys())];
  return (word) => {
    if (hasMoreCharacters(word, longestWord)) return unknown;
    const ids: number[] = [];
    for (let start = 0; start < word.length; ) {
      const [pieces, longest] = start === 0 ? [vocabulary, longestStart] : [rests, longestRest];
      const end = endOfPiece(word, start, pieces, longest);
      // An empty line of the vocabulary is a token, too, but never a piece of a word.
      const id = end > start ? pieces.get(word.slice(start, end)) : undefined;
      if (id === undefined) return unknown;
      ids.push(id);
      start = end;
    }
    return ids;
  };
}

/** Where the longest piece from `start` ends; `start` when there is none. */
function endOfPiece(word: string, start: number, pieces: Vocabulary, longest: number): number {
  let end = Math.min(word.length, start + longest);
  while (end > start && !pieces.has(word.slice(start, end))) end -= 1;
  return end;
}

function longestOf(tokens: Iterable<string>): number {
  let longest = 0;
  for (const token of tokens) longest = Math.max(longest, token.length);
  return longest;
}

/** Characters are code points, of which a string has at most as many as code units. */
function hasMoreCharacters(word: string, limit: number): boolean {
  return word.length > limit && (word.length > 2 * limit || Array.from(word).length > limit);
}
