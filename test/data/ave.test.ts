import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { countOf, mediaAt, useDataFolder } from './data-folder.ts';

const folder = useDataFolder();

/** Commas in categories; `rep-eat_ed` with two events, one of them twice. */
const rows = [
  'Church bell&RUhOCu3LNXM&good&0&10',
  'Male speech, man speaking&-0giAfYq9oVM&good&3&9',
  'Frying (food)&rep-eat_ed&good&0&10',
  'Fixed-wing aircraft, airplane&rep-eat_ed&good&2&5',
  'Frying (food)&rep-eat_ed&good&0&8',
  'Church bell&A__Zz&good&0&0',
  'Truck&unused&good&0&10',
] as const;
const header = 'Category&VideoID&Quality&StartTime&EndTime';
const classes = [
  'Church bell',
  'Fixed-wing aircraft, airplane',
  'Frying (food)',
  'Male speech, man speaking',
];
const videos = mediaAt(['RUhOCu3LNXM', '-0giAfYq9oVM', 'rep-eat_ed', 'A__Zz'].map((id) => `AVE/${id}.mp4`));
const setOf = (...lines: readonly number[]) => `${lines.map((line) => rows[line]).join('\n')}\n`;
const sets = { 'trainSet.txt': setOf(5, 0, 2), 'valSet.txt': setOf(3), 'testSet.txt': setOf(4, 1) };
const vector = (name: string) => readFile(new URL(`../vectors/ave/${name}.h5`, import.meta.url));
const idsOf = (raw: { samples: readonly { id: string; split: string }[] }) =>
  raw.samples.map(({ id, split }) => `${split} ${id}`);
const expected = [
  'train A__Zz/Church bell',
  'train RUhOCu3LNXM/Church bell',
  'train rep-eat_ed/Frying (food)',
  'val rep-eat_ed/Fixed-wing aircraft, airplane',
  'test rep-eat_ed/Frying (food)#2',
  'test -0giAfYq9oVM/Male speech, man speaking',
];

beforeEach(() => folder.write(videos));

describe('AVE with its splits as text', () => {
  test('names samples by video and category, and reads sound and frames from one file', async () => {
    await folder.write(sets);
    const raw = await folder.list('ave');
    expect(raw.classes).toEqual(classes);
    expect(idsOf(raw)).toEqual(expected);
    expect(folder.plain(raw.samples[0])).toEqual({
      id: 'A__Zz/Church bell',
      label: 0,
      split: 'train',
      audio: 'AVE/A__Zz.mp4',
      video: { kind: 'file', file: 'AVE/A__Zz.mp4' },
    });
    expect(raw.notes).toEqual([
      'train 3, the paper has 3,339; val 1, the paper has 402; test 2, the paper has 402',
      'videos with several rows: 1; in train and test: 1; in train and val: 1; in val and test: 1',
    ]);
  });

  test.each(['\n', '\r\n'])('may have the header of the distributed copy (line end %j)', async (end) => {
    const withHeader = Object.entries(sets).map(([file, text]) => [
      file,
      `${header}\n${text}`.replaceAll('\n', end),
    ]);
    await folder.write(Object.fromEntries(withHeader));
    expect(idsOf(await folder.list('ave'))).toEqual(expected);
  });

  test('drops earlier rows of a video in a split, as OGM-GE does, and says how many', async () => {
    await folder.write({ ...sets, 'trainSet.txt': setOf(2, 5, 0, 3) });
    const raw = await folder.list('ave', { dedupe: 'drop-repeated' });
    expect(idsOf(raw).slice(0, 3)).toEqual([
      'train A__Zz/Church bell',
      'train RUhOCu3LNXM/Church bell',
      'train rep-eat_ed/Fixed-wing aircraft, airplane',
    ]);
    expect([countOf(raw, 'val'), countOf(raw, 'test')]).toEqual([1, 2]);
    expect(raw.notes?.[2]).toBe('earlier rows of repeated videos, dropped: 1');
  });

  test('fails on a video that is not there, or skips and records each of its samples', async () => {
    await folder.write(sets);
    await folder.remove('AVE/rep-eat_ed.mp4');
    await expect(folder.list('ave')).rejects.toMatchObject({
      code: 'LAC3165',
      message: expect.stringContaining('rep-eat_ed/Frying (food) (AVE/rep-eat_ed.mp4 not there)'),
    });
    const raw = await folder.list('ave', { allowMissing: true });
    expect(raw.skipped?.map(({ id }) => id)).toEqual(
      expected.slice(2, 5).map((id) => id.replace(/^\w+ /, '')),
    );
    expect(raw.classes).toEqual(['Church bell', 'Male speech, man speaking']);
  });

  test.each([
    {
      name: 'a line with too few fields',
      line: 'Church bell&abc&good',
      code: 'LAC3167',
      says: 'valSet.txt, line 1: it is not of the form',
    },
    { name: 'a line split by commas', line: 'Church bell,abc,good,0,10', code: 'LAC3167', says: 'line 1' },
    {
      name: 'a video that leads outside',
      line: 'Church bell&../../x&good&0&10',
      code: 'LAC3163',
      says: '`..`',
    },
  ])('refuses $name', async ({ line, code, says }) => {
    await folder.write({ ...sets, 'valSet.txt': line });
    await expect(folder.list('ave')).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
  });
});

describe('AVE with its splits as HDF5', () => {
  const write = async (changes: Readonly<Record<string, string | Uint8Array>> = {}) => {
    await folder.write({ 'Annotations.txt': `${rows.join('\n')}\n` });
    for (const name of ['train_order', 'val_order', 'test_order'])
      await folder.write({ [`${name}.h5`]: await vector(name) });
    await folder.write(changes);
  };

  test.each(['', `${header}\n`])('counts rows without the header (%j)', async (head) => {
    await write({ 'Annotations.txt': `${head}${rows.join('\n')}\n` });
    const raw = await folder.list('ave');
    expect(idsOf(raw)).toEqual(expected);
    expect(raw.classes).toEqual(classes);
  });

  test.each([
    {
      name: 'rows that are not there',
      file: 'order-outside',
      says: 'names row 7, and there are rows 0 to 6',
    },
    { name: 'a table instead of a list', file: 'order-square', says: '2 x 2' },
    { name: 'no dataset `order`', file: 'no-order', says: 'order not found' },
  ])('refuses $name', async ({ file, says }) => {
    await write({ 'val_order.h5': await vector(file) });
    await expect(folder.list('ave')).rejects.toMatchObject({
      code: 'LAC3181',
      message: expect.stringMatching(new RegExp(`${says}.*valSet\\.txt`)),
    });
  });

  test('refuses a file that was cut short, at any byte', async () => {
    const whole = await vector('train_order');
    for (const bytes of [0, 1, 7, 96, 512, 800, 2000, 2047]) {
      await write({ 'train_order.h5': whole.subarray(0, bytes) });
      await expect(folder.list('ave')).rejects.toMatchObject({ code: 'LAC3181' });
    }
  });

  test('refuses one row in two splits, as mixed up files have it', async () => {
    await write({ 'val_order.h5': await vector('test_order') });
    await expect(folder.list('ave')).rejects.toMatchObject({
      code: 'LAC3170',
      message: expect.stringContaining('val_order.h5 and test_order.h5'),
    });
  });

  test('names the file that is not there', async () => {
    await write();
    await folder.remove('test_order.h5');
    await expect(folder.list('ave')).rejects.toMatchObject({
      code: 'LAC3161',
      message: expect.stringContaining('test_order.h5'),
    });
  });
});
