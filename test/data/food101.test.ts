import { describe, expect, test } from 'vitest';
import { food101Classes } from '../../data/adapters/food101-classes.ts';
import { countOf, mediaAt, useDataFolder } from './data-folder.ts';

const folder = useDataFolder();

/** Two pictures of a class in training, one in validation (a file of `images/train`), one in testing. */
const files = (name: string) => ({
  train: [`${name}_0.jpg`, `${name}_12.jpg`],
  val: [`${name}_7.jpg`],
  test: [`${name}_3.jpg`],
});
const dishes = ['tacos', 'apple_pie', 'frozen_yogurt'];
const placeOf = (split: string, file: string) =>
  `images/${split === 'test' ? 'test' : 'train'}/${file.slice(0, file.lastIndexOf('_'))}/${file}`;
const splitLists = (split: 'train' | 'val' | 'test') => dishes.flatMap((name) => files(name)[split]);
const splits = { train: splitLists('train'), val: splitLists('val'), test: splitLists('test') };
const everyFile = Object.entries(splits).flatMap(([split, names]) =>
  names.map((name) => [split, name] as const),
);
const pictures = mediaAt(everyFile.map(([split, name]) => placeOf(split, name)));
const titleOf = (file: string) => `How to make ${file}, "the best"`;

describe('Food-101 with the annotations of missing-aware prompts', () => {
  const texts = Object.fromEntries(everyFile.map(([, file]) => [file, titleOf(file)]));
  const classIndex = { frozen_yogurt: 0, tacos: 1, apple_pie: 2 };
  const annotations = (changes: object = {}) => ({
    'split.json': JSON.stringify(splits),
    'text.json': JSON.stringify(texts),
    'class_idx.json': JSON.stringify(classIndex),
    ...changes,
  });

  test('trains on train and val, as the paper does', async () => {
    await folder.write({ ...pictures, ...annotations() });
    const raw = await folder.list('food101');
    expect(raw.classes).toEqual(['frozen_yogurt', 'tacos', 'apple_pie']);
    expect(['train', 'val', 'test'].map((split) => countOf(raw, split))).toEqual([9, 0, 3]);
    expect(raw.samples.slice(0, 3).map((sample) => sample.id)).toEqual([
      'tacos_0.jpg',
      'tacos_12.jpg',
      'apple_pie_0.jpg',
    ]);
    expect(folder.plain(raw.samples.find(({ id }) => id === 'apple_pie_7.jpg'))).toEqual({
      id: 'apple_pie_7.jpg',
      label: 2,
      split: 'train',
      image: 'images/train/apple_pie/apple_pie_7.jpg',
      text: 'How to make apple_pie_7.jpg, "the best"',
    });
    expect(raw.notes).toEqual([
      'train 9, the paper has 67,988; test 3, the paper has 22,716',
      'annotations: map (split.json)',
    ]);
  });

  test('keeps val for validation on demand, or trains on it alone', async () => {
    await folder.write({ ...pictures, ...annotations() });
    const apart = await folder.list('food101', { split: { train: ['train'] } });
    expect(['train', 'val', 'test'].map((split) => countOf(apart, split))).toEqual([6, 3, 3]);
    const alone = await folder.list('food101', { split: { train: ['val'] } });
    expect(['train', 'val', 'test'].map((split) => countOf(alone, split))).toEqual([3, 0, 3]);
  });

  test('fails on a picture that is not there, or skips and records it', async () => {
    await folder.write({ ...pictures, ...annotations() });
    await folder.remove('images/test/tacos/tacos_3.jpg');
    await expect(folder.list('food101')).rejects.toMatchObject({
      code: 'LAC3165',
      message: expect.stringContaining(
        '1 of 12 samples of food101 lack something: tacos_3.jpg (images/test/tacos',
      ),
    });
    const raw = await folder.list('food101', { allowMissing: true });
    expect(raw.samples).toHaveLength(11);
    expect(raw.skipped).toEqual([{ id: 'tacos_3.jpg', reason: 'images/test/tacos/tacos_3.jpg not there' }]);
  });

  test('treats a picture without text likewise', async () => {
    const { 'apple_pie_0.jpg': _, ...rest } = texts;
    await folder.write({ ...pictures, ...annotations({ 'text.json': JSON.stringify(rest) }) });
    await expect(folder.list('food101')).rejects.toThrow('apple_pie_0.jpg (text.json has no text for it)');
    const raw = await folder.list('food101', { allowMissing: true });
    expect(raw.skipped?.map(({ id }) => id)).toEqual(['apple_pie_0.jpg']);
  });

  test('names at most ten of many', async () => {
    await folder.write({ ...pictures, ...annotations({ 'text.json': '{}' }) });
    await expect(folder.list('food101')).rejects.toThrow(/^12 of 12 .*; and 2 more\. Put/);
    await expect(folder.list('food101', { allowMissing: true })).rejects.toMatchObject({ code: 'LAC3179' });
  });

  test.each([
    {
      name: 'a file in two splits',
      change: { ...splits, test: ['tacos_0.jpg'] },
      code: 'LAC3170',
      says: 'split.json, train, entry 1 and split.json, test, entry 1',
    },
    {
      name: 'a file of no known class',
      change: { ...splits, test: ['pizza_0.jpg'] },
      code: 'LAC3172',
      says: '"pizza"',
    },
    {
      name: 'a file name without a class',
      change: { ...splits, test: ['0.jpg'] },
      code: 'LAC3172',
      says: 'split.json, test, entry 1',
    },
    {
      name: 'a path instead of a name',
      change: { ...splits, test: ['../../tacos_0.jpg'] },
      code: 'LAC3172',
      says: 'entry 1',
    },
    { name: 'an unknown split', change: { ...splits, extra: [] }, code: 'LAC3167', says: '"extra"' },
    { name: 'a split that is no list', change: { ...splits, val: 3 }, code: 'LAC3167', says: '`val`' },
  ])('refuses $name', async ({ change, code, says }) => {
    await folder.write({ ...pictures, ...annotations({ 'split.json': JSON.stringify(change) }) });
    await expect(folder.list('food101')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says),
    });
  });

  test('refuses class numbers with a gap, and what is not JSON', async () => {
    await folder.write({ ...pictures, ...annotations({ 'class_idx.json': '{"tacos": 0, "apple_pie": 2}' }) });
    await expect(folder.list('food101')).rejects.toMatchObject({ code: 'LAC3167' });
    await folder.write({ 'split.json': '{"train": [' });
    await expect(folder.list('food101')).rejects.toThrow(/^split\.json: it is not JSON/);
  });
});

describe('Food-101 with its original titles', () => {
  const row = (file: string) =>
    `${file},"How to make ${file}, ""the best""\nsecond line",${file.slice(0, file.lastIndexOf('_'))}`;
  const table = (names: readonly string[], header = '') => `${header}${names.map(row).join('\n')}\n`;

  test.each([
    { name: 'without a header', header: '' },
    { name: 'with a header', header: 'image_path,title,food\n' },
    { name: 'with a header and a byte order mark', header: '\ufeffimage_path,title,food\r\n' },
    { name: 'with a byte order mark alone', header: '\ufeff' },
  ])('are read $name', async ({ header }) => {
    const train = [...splits.train, ...splits.val];
    await folder.write({
      ...pictures,
      'texts/train_titles.csv': table(train, header),
      'texts/test_titles.csv': table(splits.test, header),
    });
    const raw = await folder.list('food101');
    expect(['train', 'val', 'test'].map((split) => countOf(raw, split))).toEqual([9, 0, 3]);
    expect(raw.samples[0]).toMatchObject({
      id: 'tacos_0.jpg',
      text: 'How to make tacos_0.jpg, "the best"\nsecond line',
    });
    expect(raw.classes).toEqual(['frozen_yogurt', 'tacos', 'apple_pie']);
    expect(raw.notes?.[2]).toMatch(/^98 of 101 classes have no sample and are left out: gnocchi, ramen/);
  });

  test('must have three cells and UTF-8', async () => {
    await folder.write({ ...pictures, 'texts/test_titles.csv': table(splits.test) });
    await folder.write({
      'texts/train_titles.csv': `${table(splits.train)}tacos_7.jpg,no quotes, but a comma,tacos\n`,
    });
    await expect(folder.list('food101')).rejects.toThrow('texts/train_titles.csv, line 13: it has 4 cells');
    const latin = Buffer.from('tacos_0.jpg,cr\xe8me,tacos\n', 'latin1');
    await folder.write({ 'texts/train_titles.csv': latin });
    await expect(folder.list('food101')).rejects.toMatchObject({
      code: 'LAC3166',
      message: expect.stringContaining('a byte 0xe8 at byte 14, in line 1'),
    });
  });
});

describe('Food-101 with JSON lines', () => {
  const line = (file: string, img: string) =>
    JSON.stringify({ img, text: titleOf(file), label: file.slice(0, file.lastIndexOf('_')) });
  const lines = (split: 'train' | 'val' | 'test', pathOf: (file: string) => string) =>
    `${splits[split].map((file) => line(file, pathOf(file))).join('\n')}\n`;

  test.each([
    { name: 'the root', pathOf: (split: string) => (file: string) => placeOf(split, file) },
    {
      name: 'images',
      pathOf: (split: string) => (file: string) => placeOf(split, file).slice('images/'.length),
    },
    { name: 'nothing: bare names', pathOf: () => (file: string) => file },
  ])('takes paths that count from $name', async ({ pathOf }) => {
    await folder.write({
      ...pictures,
      'train.jsonl': lines('train', pathOf('train')),
      'dev.jsonl': lines('val', pathOf('val')),
      'test.jsonl': lines('test', pathOf('test')),
    });
    const raw = await folder.list('food101', { split: { train: ['train'] } });
    expect(['train', 'val', 'test'].map((split) => countOf(raw, split))).toEqual([6, 3, 3]);
    expect(folder.plain(raw.samples.at(-1))).toMatchObject({ image: placeOf('test', 'frozen_yogurt_3.jpg') });
  });

  test('refuses a line without a label, with its number', async () => {
    await folder.write({
      ...pictures,
      'train.jsonl': '{"img": "a", "text": "b", "label": "tacos"}\n\n{"img": "a"}\n',
    });
    await folder.write({ 'dev.jsonl': '', 'test.jsonl': '' });
    await expect(folder.list('food101')).rejects.toThrow('train.jsonl, line 3: `img`, `text` and `label`');
  });
});

test('Food-101 without annotations says what it looks for', async () => {
  await folder.write(pictures);
  await expect(folder.list('food101')).rejects.toMatchObject({
    code: 'LAC3161',
    message: expect.stringContaining('split.json or train.jsonl or texts/train_titles.csv'),
  });
});

test('The classes of Food-101 are 101, each once, in the order of first appearance', () => {
  expect(new Set(food101Classes).size).toBe(101);
  expect(food101Classes.slice(0, 5)).toEqual(['frozen_yogurt', 'tacos', 'gnocchi', 'ramen', 'sushi']);
});
