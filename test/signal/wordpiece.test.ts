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

  // From tokenizers 0.23.3: scripts, marks and controls of every age, words of 100 characters, special tokens.
  test('equals BertTokenizerFast on hard text', () => {
    const whole = createWordpiece(vocabulary, 10_000);
    const cases = JSON.parse(read('hard.json')) as { text: string; ids: number[] }[];
    expect(cases).toHaveLength(171);
    for (const { text, ids } of cases) expect(whole(text), JSON.stringify(text)).toEqual(ids);
  });

  test('never exceeds its length, and keeps both ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 3, max: 30 }),
        (text, length) => {
          const ids = createWordpiece(vocabulary, length)(text);
          expect(ids.length).toBeLessThanOrEqual(length);
          expect([ids[0], ids.at(-1)]).toEqual([101, 102]);
          expect(ids.every((id) => id >= 0 && id < vocabulary.size)).toBe(true);
        },
      ),
    );
  });
});

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
