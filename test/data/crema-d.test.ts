import { describe, expect, test } from 'vitest';
import { countOf, mediaAt, useDataFolder } from './data-folder.ts';

const folder = useDataFolder();

const emotions = ['NEU', 'HAP', 'SAD', 'FEA', 'DIS', 'ANG'];
const actors = Array.from({ length: 20 }, (_, index) => String(1001 + index));
const names = actors.flatMap((actor) => emotions.map((emotion) => `${actor}_IEO_${emotion}_XX`));
const sounds = mediaAt(names.map((name) => `AudioWAV/${name}.wav`));
const flash = mediaAt(names.map((name) => `VideoFlash/${name}.flv`));
const frames = mediaAt(names.flatMap((name) => [0, 25].map((n) => `Image-01-FPS/${name}/0000${n}.jpg`)));
const emotionOf = (name: string) => name.split('_')[2] ?? '';
const lines = (list: readonly string[]) => list.map((name) => `${name},${emotionOf(name)}\n`).join('');
const inTest = (_: string, index: number) => index % 10 === 0;
const train = names.filter((name, index) => !inTest(name, index));
const testing = names.filter(inTest);
const ogm = { 'train.csv': `\ufeff${lines(train)}`, 'test.csv': lines(testing).replaceAll('\n', '\r\n') };

describe('CREMA-D in the split of OGM-GE', () => {
  test('has its classes in that order, whether a list begins with a byte order mark or not', async () => {
    await folder.write({ ...sounds, ...flash, ...ogm });
    const raw = await folder.list('crema-d');
    expect(raw.classes).toEqual(emotions);
    expect([countOf(raw, 'train'), countOf(raw, 'val'), countOf(raw, 'test')]).toEqual([108, 0, 12]);
    expect(folder.plain(raw.samples[0])).toEqual({
      id: '1001_IEO_HAP_XX',
      label: 1,
      split: 'train',
      audio: 'AudioWAV/1001_IEO_HAP_XX.wav',
      video: { kind: 'file', file: 'VideoFlash/1001_IEO_HAP_XX.flv' },
    });
    expect(raw.samples.map(({ label }) => emotions[label])).toEqual([...train, ...testing].map(emotionOf));
    expect(raw.notes).toEqual([
      'train 108, the paper has 6,698; test 12, the paper has 744',
      'split ogm: 20 actors, of whom 12 are in train and test',
    ]);
  });

  test('takes frames where there are some', async () => {
    await folder.write({ ...sounds, ...flash, ...frames, ...ogm });
    const { samples } = await folder.list('crema-d');
    expect(folder.plain(samples[0])).toMatchObject({
      video: { kind: 'frames', folder: 'Image-01-FPS/1001_IEO_HAP_XX' },
    });
  });

  test('fails on a clip without sound, or skips and records it', async () => {
    await folder.write({ ...sounds, ...flash, ...ogm });
    await folder.remove('AudioWAV/1001_IEO_HAP_XX.wav');
    await expect(folder.list('crema-d')).rejects.toMatchObject({
      code: 'LAC3165',
      message: expect.stringContaining('1 of 120 samples of crema-d'),
    });
    const raw = await folder.list('crema-d', { allowMissing: true });
    expect(raw.skipped).toEqual([
      { id: '1001_IEO_HAP_XX', reason: 'AudioWAV/1001_IEO_HAP_XX.wav not there' },
    ]);
  });

  test.each([
    {
      name: 'a label that contradicts the name',
      line: '1001_IEO_HAP_XX,SAD',
      code: 'LAC3167',
      says: 'test.csv, line 1: 1001_IEO_HAP_XX says HAP, its label says SAD',
    },
    { name: 'a name without an emotion', line: 'clip,SAD', code: 'LAC3167', says: 'no known emotion' },
    { name: 'a line without a label', line: '1001_IEO_HAP_XX', code: 'LAC3167', says: 'line 1' },
    {
      name: 'a clip of training',
      line: '1001_IEO_HAP_XX,HAP',
      code: 'LAC3170',
      says: 'train.csv, line 1 and test.csv, line 1',
    },
  ])('refuses $name', async ({ line, code, says }) => {
    await folder.write({ ...sounds, ...flash, ...ogm, 'test.csv': line });
    await expect(folder.list('crema-d')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says),
    });
  });
});

describe('CREMA-D in the split of MLA', () => {
  const longNames: Record<string, string> = {
    NEU: 'Neutral',
    HAP: 'Happy',
    SAD: 'Sad',
    FEA: 'Fear',
    DIS: 'Disgust',
    ANG: 'Anger',
  };
  const mlaLines = (list: readonly string[]) =>
    list.map((name) => `${name}.flv ${longNames[emotionOf(name)]}\n`).join('');

  test('has long names in alphabetical order', async () => {
    await folder.write({
      ...sounds,
      ...flash,
      'my_train_cre.txt': mlaLines(train),
      'my_test_cre.txt': mlaLines(testing),
    });
    const raw = await folder.list('crema-d', { split: 'mla' });
    expect(raw.classes).toEqual(['Anger', 'Disgust', 'Fear', 'Happy', 'Neutral', 'Sad']);
    expect(raw.samples[0]).toMatchObject({ id: '1001_IEO_HAP_XX', label: 3, split: 'train' });
    expect(raw.notes?.[1]).toBe('split mla: 20 actors, of whom 12 are in train and test');
  });

  test('is not the one of OGM-GE', async () => {
    await folder.write({ ...sounds, ...flash, ...ogm });
    await expect(folder.list('crema-d', { split: 'mla' })).rejects.toMatchObject({
      code: 'LAC3161',
      message: expect.stringContaining('my_train_cre.txt'),
    });
  });
});

describe('CREMA-D split by actors', () => {
  test('has a tenth of them in testing only, without any list', async () => {
    await folder.write({ ...sounds, ...flash });
    const raw = await folder.list('crema-d', { split: 'actor-disjoint' });
    const actorsIn = (split: string) =>
      new Set(raw.samples.filter((sample) => sample.split === split).map(({ id }) => id.slice(0, 4)));
    expect(actorsIn('test').size).toBe(2);
    expect([...actorsIn('test')].filter((actor) => actorsIn('train').has(actor))).toEqual([]);
    expect(raw.notes?.[1]).toBe('split actor-disjoint: 20 actors, of whom 0 are in train and test');
  });

  test('does not move an actor when clips are missing', async () => {
    await folder.write({ ...sounds, ...flash });
    const before = await folder.list('crema-d', { split: 'actor-disjoint' });
    await folder.remove('AudioWAV/1003_IEO_NEU_XX.wav');
    const after = await folder.list('crema-d', { split: 'actor-disjoint' });
    const kept = before.samples.filter(({ id }) => id !== '1003_IEO_NEU_XX');
    expect(after.samples).toEqual(kept);
  });
});
