import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWordpiece, parseVocabulary, vocabularyProblem } from '../../signal/wordpiece.ts';

const vectors = new URL('../vectors/text/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, vectors), 'utf8');
const vocabulary = parseVocabulary(read('vocab.txt'));

describe('WordPiece', () => {
  const tokenize = createWordpiece(vocabulary, 40);
  const golden: [text: string, ids: string][] = [
    ['hello world', '101 7592 2088 102'],
    ['', '101 102'],
    [
      "Crème brûlée with 2 cups of milk, don't over-bake!",
      '101 13675 21382 7987 9307 2063 2007 1016 10268 1997 6501 1010 2123 1005 1056 2058 1011 8670 3489 999 102',
    ],
    ['unaffable naïve 東京 \u200b tab\there', '101 14477 20961 3468 15743 1879 1755 21628 2182 102'],
    ['the '.repeat(60), `101${' 1996'.repeat(38)} 102`],
  ];

  test.each(golden)('gives the specified ids for %j', (text, ids) => {
    expect(tokenize(text).join(' ')).toBe(ids);
  });

  test('equals BertTokenizerFast at 40 tokens', () => {
    const cases = JSON.parse(read('tokens.json')) as { text: string; ids40: number[] }[];
    expect(cases).toHaveLength(123);
    for (const { text, ids40 } of cases) expect(tokenize(text), JSON.stringify(text)).toEqual(ids40);
  });

  // Texts that a tokenizer with one likely mistake gets wrong, and what the reference makes of them; see make.py.
  test.each([
    { form: 'uncased', options: {} },
    { form: 'cased', options: { lowercase: false } },
    { form: 'lowerKeepAccents', options: { stripAccents: false } },
    { form: 'casedStripAccents', options: { lowercase: false, stripAccents: true } },
  ] as const)('equals BertTokenizerFast on hard text, $form', ({ form, options }) => {
    const whole = createWordpiece(vocabulary, 10_000, options);
    const cases = JSON.parse(read('hard.json')) as ({ text: string } & Record<typeof form, number[]>)[];
    expect(cases.length).toBeGreaterThan(190);
    for (const one of cases) expect(whole(one.text), JSON.stringify(one.text)).toEqual(one[form]);
  });

  test('never exceeds its length, keeps both ends, and cuts what it gives in full', () => {
    const whole = createWordpiece(vocabulary, 10_000);
    const cut = new Map([3, 7, 30].map((length) => [length, createWordpiece(vocabulary, length)]));
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 80 }));
    fc.assert(
      fc.property(text, fc.constantFrom(...cut), (text, [length, tokenize]) => {
        const ids = tokenize(text);
        expect(ids).toEqual([
          101,
          ...whole(text)
            .slice(1, -1)
            .slice(0, length - 2),
          102,
        ]);
        expect(ids.every((id) => id >= 0 && id < vocabulary.size)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same ids again once it has seen more words than it remembers', () => {
    const words = ['brûlée', 'unaffable', '東京', 'x'.repeat(101)];
    const before = words.map(tokenize);
    const many = createWordpiece(vocabulary, 1_000_000);
    many(Array.from({ length: 140_000 }, (_, index) => `w${index.toString(36)}`).join(' '));
    expect(words.map((word) => many(word))).toEqual(before);
  });

  test.each([
    { what: 'of 100 characters is looked for', word: 'a'.repeat(100), unknown: false },
    { what: 'of 101 characters is not', word: 'a'.repeat(101), unknown: true },
    { what: 'of 100 characters in 200 code units is looked for', word: '𐐨'.repeat(100), unknown: false },
    { what: 'of 101 characters in 202 code units is not', word: '𐐨'.repeat(101), unknown: true },
  ])('a word $what', ({ word, unknown }) => {
    const small = createWordpiece(vocabularyOf('a', '##a', '𐐨', '##𐐨'), 200);
    expect(small(word).includes(1)).toBe(unknown);
  });

  test('drops halves of surrogate pairs, which the reference cannot be given', () => {
    expect(tokenize('hel\ud83dlo\udc00 world')).toEqual([101, 7592, 2088, 102]);
  });

  // The reference's tables know less of Unicode than Node.js: it neither decomposes nor reorders young characters.
  test.each([
    { what: 'a letter that Unicode 16 decomposes', word: '\u{105c9}' },
    { what: 'two marks that Unicode 14 orders the other way', word: 'a\u0898\u0899' },
  ])('leaves $what as it is', ({ word }) => {
    expect(word.normalize('NFD')).not.toBe(word);
    expect(createWordpiece(vocabularyOf(word), 10)(word)).toEqual([2, 5, 3]);
  });

  test('takes an empty line of the vocabulary for no piece of a word', () => {
    expect(createWordpiece(vocabularyOf('', '##', 'a'), 10)('ab')).toEqual([2, 1, 3]);
  });
});

function vocabularyOf(...tokens: readonly string[]) {
  return parseVocabulary(['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', ...tokens].join('\n'));
}

describe('a vocabulary', () => {
  test('numbers its lines, whatever their ends', () => {
    expect(vocabulary.size).toBe(30_522);
    expect(parseVocabulary('[PAD]\r\na\r\nb').get('b')).toBe(2);
  });

  test.each([
    { name: 'lacks special tokens', text: '[PAD]\n[UNK]\na\n', problem: 'it lacks [CLS], [SEP], [MASK]' },
    {
      name: 'pads with another id',
      text: 'a\n[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n',
      problem: '[PAD] is not its first line',
    },
    { name: 'is complete', text: '[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n', problem: undefined },
  ])('that $name is judged so', ({ text, problem }) => {
    expect(vocabularyProblem(parseVocabulary(text))).toBe(problem);
  });
});
