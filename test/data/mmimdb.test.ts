import { describe, expect, test } from 'vitest';
import { countOf, mediaAt, useDataFolder } from './data-folder.ts';

const folder = useDataFolder();

interface Movie {
  readonly plot: readonly string[];
  readonly genres: readonly string[];
}

/** Genres that are no classes (News, Reality-TV), none at all, one that stands twice, plots of equal length. */
const movies: Readonly<Record<string, Movie>> = {
  '0000005': { plot: ['short', 'the longest plot', 'middle one'], genres: ['Short', 'News', 'Drama'] },
  '0012345': { plot: ['same length', 'equally big'], genres: ['Film-Noir', 'Comedy', 'Comedy'] },
  '0099999': { plot: ['\u{1f600}\u{1f600}\u{1f600}', 'abcd'], genres: ['Reality-TV'] },
  '0123456': { plot: ['one'], genres: ['Drama', 'Comedy', 'Romance'] },
};
const splits = { train: ['0000005', '0012345'], dev: ['0099999'], test: ['0123456'] };
const ids = Object.keys(movies);
const filesOf = (images: string, labels: string) => ({
  ...mediaAt(ids.map((id) => `${images}/${id}.jpeg`)),
  ...Object.fromEntries(ids.map((id) => [`${labels}/${id}.json`, JSON.stringify(movies[id])])),
  'split.json': JSON.stringify(splits),
});

describe('MM-IMDb', () => {
  test.each([
    { name: 'images and labels', images: 'images', labels: 'labels' },
    { name: 'one flat folder', images: 'dataset', labels: 'dataset' },
  ])('is read from $name', async ({ images, labels }) => {
    await folder.write(filesOf(images, labels));
    const raw = await folder.list('mmimdb');
    expect(raw.multiLabel).toBe(true);
    expect(raw.classes).toEqual(['Drama', 'Comedy', 'Romance', 'Short', 'Film-Noir']);
    expect(raw.samples.map(folder.plain)).toEqual([
      {
        id: '0000005',
        label: 0,
        labels: [0, 3],
        split: 'train',
        image: `${images}/0000005.jpeg`,
        text: 'the longest plot',
      },
      {
        id: '0012345',
        label: 1,
        labels: [1, 4],
        split: 'train',
        image: `${images}/0012345.jpeg`,
        text: 'same length',
      },
      { id: '0099999', label: -1, labels: [], split: 'val', image: `${images}/0099999.jpeg`, text: 'abcd' },
      {
        id: '0123456',
        label: 0,
        labels: [0, 1, 2],
        split: 'test',
        image: `${images}/0123456.jpeg`,
        text: 'one',
      },
    ]);
    expect(raw.notes?.[0]).toBe(
      'train 2, the paper has 15,552; val 1, the paper has 2,608; test 1, the paper has 7,799',
    );
  });

  test('takes the first plot, or makes a sample of each', async () => {
    await folder.write(filesOf('images', 'labels'));
    const first = await folder.list('mmimdb', { plot: 'first' });
    expect(first.samples.map(({ text }) => text)).toEqual([
      'short',
      'same length',
      '\u{1f600}\u{1f600}\u{1f600}',
      'one',
    ]);
    const all = await folder.list('mmimdb', { plot: 'all' });
    expect(all.samples.map(({ id }) => id)).toEqual([
      ...[
        '0000005#0',
        '0000005#1',
        '0000005#2',
        '0012345#0',
        '0012345#1',
        '0099999#0',
        '0099999#1',
        '0123456#0',
      ],
    ]);
    expect(all.samples[1]).toMatchObject({ text: 'the longest plot', labels: [0, 3] });
    expect(countOf(all, 'train')).toBe(5);
  });

  test.each([
    { name: 'its poster', path: 'images/0012345.jpeg', reason: 'images/0012345.jpeg not there' },
    { name: 'its labels', path: 'labels/0012345.json', reason: 'labels/0012345.json not there' },
  ])('fails on a film without $name, or skips and records it', async ({ path, reason }) => {
    await folder.write(filesOf('images', 'labels'));
    await folder.remove(path);
    await expect(folder.list('mmimdb')).rejects.toMatchObject({
      code: 'LAC3165',
      message: expect.stringContaining(`0012345 (${reason})`),
    });
    const raw = await folder.list('mmimdb', { allowMissing: true });
    expect(raw.skipped).toEqual([{ id: '0012345', reason }]);
    expect(raw.classes).toEqual(['Drama', 'Comedy', 'Romance', 'Short']);
    expect(raw.samples[0]?.labels).toEqual([0, 3]);
  });

  test('fails on a film without a plot, or skips and records it', async () => {
    await folder.write(filesOf('images', 'labels'));
    await folder.write({ 'labels/0012345.json': JSON.stringify({ plot: [], genres: ['Drama'] }) });
    await expect(folder.list('mmimdb')).rejects.toThrow('0012345 (labels/0012345.json has no plot)');
    expect((await folder.list('mmimdb', { allowMissing: true })).samples).toHaveLength(3);
  });

  test.each([
    {
      name: 'labels without genres',
      change: { 'labels/0012345.json': '{"plot": ["a"]}' },
      code: 'LAC3167',
      says: 'labels/0012345.json',
    },
    {
      name: 'labels with a plot that is no list',
      change: { 'labels/0012345.json': '{"plot": "a", "genres": []}' },
      code: 'LAC3167',
      says: '`plot`',
    },
    {
      name: 'ids that are numbers, which have lost their zeros',
      change: { 'split.json': '{"train": [5]}' },
      code: 'LAC3167',
      says: '`train` is not a list of texts',
    },
    {
      name: 'a film that is in two splits',
      change: { 'split.json': '{"train": ["0000005"], "test": ["0000005"]}' },
      code: 'LAC3170',
      says: '0000005',
    },
    {
      name: 'an id that leads outside',
      change: { 'split.json': '{"train": ["../../x"]}' },
      code: 'LAC3163',
      says: '`..`',
    },
  ])('refuses $name', async ({ change, code, says }) => {
    await folder.write({ ...filesOf('images', 'labels'), ...change });
    await expect(folder.list('mmimdb')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says),
    });
  });
});
