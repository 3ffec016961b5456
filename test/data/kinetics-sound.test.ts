import { describe, expect, test } from 'vitest';
import { countOf, mediaAt, useDataFolder } from './data-folder.ts';

const folder = useDataFolder();

/** A clip of each class in training, of some in testing; ids with dashes, underscores and a leading dash. */
const train = Array.from({ length: 31 }, (_, label) => ({ name: `-a_b${label}xY-_000010_000020`, label }));
const test3 = [4, 0, 30].map((label) => ({ name: `_Q${label}-z_12`, label }));
const mediaOf = (split: string, clips: readonly { name: string }[]) =>
  mediaAt(
    clips.flatMap(({ name }) => [
      `audio/${split}/${name}.wav`,
      ...['00000', '00001', '00010'].map((n) => `visual/${split}_imgs/Image-01-FPS/${name}/${n}.jpg`),
    ]),
  );
const media = { ...mediaOf('train', train), ...mediaOf('test', test3) };
const ogmList = (clips: typeof train) =>
  `${clips.map(({ name, label }) => `${name},10,${label}`).join('\n')}\n`;
const ogm = { 'my_train.txt': ogmList(train), 'my_test.txt': ogmList(test3) };

describe('Kinetics-Sound in the lists of OGM-GE', () => {
  test('has 31 classes in alphabetical order', async () => {
    await folder.write({ ...media, ...ogm });
    const raw = await folder.list('kinetics-sound');
    expect(raw.classes).toHaveLength(31);
    expect(raw.classes).toEqual([...raw.classes].sort());
    expect(raw.classes[4]).toBe('dribbling basketball');
    expect([countOf(raw, 'train'), countOf(raw, 'val'), countOf(raw, 'test')]).toEqual([31, 0, 3]);
    expect(folder.plain(raw.samples.find(({ split }) => split === 'test'))).toEqual({
      id: '_Q4-z_12',
      label: 4,
      split: 'test',
      audio: 'audio/test/_Q4-z_12.wav',
      video: { kind: 'frames', folder: 'visual/test_imgs/Image-01-FPS/_Q4-z_12' },
    });
    expect(raw.notes).toEqual([
      'train 31, the paper has 14,739; test 3, the paper has 2,594',
      'lists of OGM-GE: my_train.txt, my_test.txt',
    ]);
  });

  test('says which classes nobody is in', async () => {
    await folder.write({
      ...media,
      'my_train.txt': ogmList(train.slice(0, 2)),
      'my_test.txt': ogmList(test3),
    });
    const raw = await folder.list('kinetics-sound');
    expect(raw.classes).toEqual(['blowing nose', 'blowing out candles', 'dribbling basketball', 'tickling']);
    expect(raw.notes?.at(-1)).toMatch(/^27 of 31 classes have no sample/);
  });

  test.each([
    { name: 'no sound', path: 'audio/test/_Q4-z_12.wav' },
    { name: 'no frames', path: 'visual/test_imgs/Image-01-FPS/_Q4-z_12' },
  ])(
    'fails on a clip with $name, or skips and records it: videos have become unavailable',
    async ({ path }) => {
      await folder.write({ ...media, ...ogm });
      await folder.remove(path);
      await expect(folder.list('kinetics-sound')).rejects.toMatchObject({
        code: 'LAC3165',
        message: expect.stringContaining(
          `1 of 34 samples of kinetics-sound lack something: _Q4-z_12 (${path} not there)`,
        ),
      });
      const raw = await folder.list('kinetics-sound', { allowMissing: true });
      expect(raw.skipped).toEqual([{ id: '_Q4-z_12', reason: `${path} not there` }]);
      expect(countOf(raw, 'test')).toBe(2);
    },
  );

  test.each([
    {
      name: 'a line of another form',
      line: 'name 3',
      code: 'LAC3167',
      says: 'my_test.txt, line 1: it is not of the form',
    },
    {
      name: 'a label that is none',
      line: 'name,10,31',
      code: 'LAC3167',
      says: 'label 31 is not one of 0 to 30',
    },
    { name: 'a name that leads outside', line: '../../x,10,3', code: 'LAC3163', says: '`..`' },
    {
      name: 'a name that stands in training',
      line: `${train[0]?.name},10,0`,
      code: 'LAC3170',
      says: 'my_train.txt, line 1 and my_test.txt, line 1',
    },
  ])('refuses $name', async ({ line, code, says }) => {
    await folder.write({ ...media, ...ogm, 'my_test.txt': `${line}\n` });
    const refusal = { code, message: expect.stringContaining(says) };
    await expect(folder.list('kinetics-sound')).rejects.toMatchObject(refusal);
  });
});

describe('Kinetics-Sound in the lists of MLA', () => {
  const classes = ['playing guitar', 'bowling', 'laughing'];
  const names = ['abc_000001_000011', 'de mp4_f', 'g.h'];
  const lines = names.map((name, index) => `${name}.mp4 ${classes[index]}`);

  test('names classes in a list of their own, numbered sorted', async () => {
    await folder.write({
      ...mediaOf(
        'train',
        names.slice(0, 2).map((name) => ({ name })),
      ),
      ...mediaOf(
        'test',
        names.slice(2).map((name) => ({ name })),
      ),
      'my_train_ks.txt': `${lines.slice(0, 2).join('\r\n')}\r\n`,
      'my_test_ks.txt': `${lines[2]}\n\n`,
      'stat_ks.txt': classes.map((name) => `${name} > 400 > 50`).join('\n'),
    });
    const raw = await folder.list('kinetics-sound');
    expect(raw.classes).toEqual(['bowling', 'laughing', 'playing guitar']);
    expect(raw.samples.map(({ id, label }) => [id, label])).toEqual([
      [names[0], 2],
      [names[1], 0],
      [names[2], 1],
    ]);
    expect(raw.notes?.[1]).toBe('lists of MLA: my_train_ks.txt, my_test_ks.txt');
  });

  test('may number classes instead', async () => {
    await folder.write({
      ...mediaOf('train', [{ name: 'x' }]),
      ...mediaOf('test', [{ name: 'y' }]),
      'my_train_ks.txt': 'x.mp4 30\n',
      'my_test_ks.txt': 'y.mp4 12\n',
    });
    expect((await folder.list('kinetics-sound')).classes).toEqual(['playing guitar', 'tickling']);
  });
});
