import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RawSample, RawSamples } from '../../data/adapters/raw-sample.ts';
import { cacheRoot } from '../../setup/cache-root.mjs';
import { pinned } from '../../setup/pins.mjs';
import { publishPackage } from '../../setup/published-package.mjs';
import { makeWorkFolder } from '../../setup/work-folder.mjs';
import { countOf, mediaAt, useDataFolder } from './data-folder.ts';

const folder = useDataFolder();

const everyone = ['george', 'jackson', 'lucas', 'nicolas', 'theo', 'yweweler'];
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const recordings = (speakers = everyone, numbers = [0, 1, 12]) =>
  digits.flatMap((digit) =>
    speakers.flatMap((who) => numbers.map((number) => `${digit}_${who}_${number}.wav`)),
  );
const perDigit = 60;

beforeEach(async () => {
  await publishDigits();
  await folder.write(mediaAt([...recordings(), 'README.md', '.hidden.wav']));
});

/** The package `mnist`, as if it had been fetched; the first two pixels of a digit say which it is. */
async function publishDigits(): Promise<void> {
  const cache = cacheRoot();
  const work = makeWorkFolder(cache);
  const content = join(work, 'content');
  await mkdir(join(content, 'package/src/digits'), { recursive: true });
  const members = await Promise.all(
    digits.map(async (value) => {
      const path = `package/src/digits/${value}.json`;
      const data = Array.from({ length: perDigit }, (_, place) => [
        value,
        place,
        ...Array(782).fill(255),
      ]).flat();
      const rounded = data.map((grey: number) => Number((grey / 255).toFixed(3)));
      const text = JSON.stringify({ data: rounded });
      await writeFile(join(content, path), text);
      return { path, bytes: text.length };
    }),
  );
  publishPackage(pinned('mnist'), { archive: members, wanted: members, content, work, cache });
}

/** Value and place of the handwritten digit of a sample. */
function writtenIn({ video }: RawSample): readonly [value: number, place: number] {
  if (video?.kind !== 'clip') throw new Error('no clip');
  return [video.digit[0] ?? -1, video.digit[1] ?? -1];
}

const find = ({ samples }: RawSamples, id: string) => samples.find((sample) => sample.id === id);

describe('Audio-visual digits', () => {
  test('pair each recording with a handwritten digit of the same value', async () => {
    const raw = await folder.list('av-digits');
    expect(raw.classes.slice(0, 3)).toEqual(['zero', 'one', 'two']);
    expect(raw.samples).toHaveLength(180);
    for (const sample of raw.samples) {
      expect(sample.label).toBe(Number(sample.id[0]));
      expect(writtenIn(sample)[0]).toBe(sample.label);
    }
    expect(folder.plain(find(raw, '7_jackson_12'))).toMatchObject({
      label: 7,
      split: 'train',
      audio: '7_jackson_12.wav',
      video: { kind: 'clip', motion: { frames: 6, side: 40, noise: 40 } },
    });
  });

  test('are split by speaker', async () => {
    const raw = await folder.list('av-digits');
    expect(['train', 'val', 'test'].map((split) => countOf(raw, split))).toEqual([120, 30, 30]);
    expect(raw.notes).toEqual(['speakers: train george, jackson, nicolas, yweweler; val lucas; test theo']);
    const own = await folder.list('av-digits', { speakers: { val: [], test: ['george', 'lucas'] } });
    expect(['train', 'val', 'test'].map((split) => countOf(own, split))).toEqual([120, 0, 60]);
    expect(find(own, '3_george_0')?.split).toBe('test');
  });

  test('show no handwritten digit in two splits', async () => {
    const raw = await folder.list('av-digits');
    const splitsOf = new Map<string, Set<string>>();
    for (const sample of raw.samples) {
      const digit = writtenIn(sample).join('/');
      splitsOf.set(digit, (splitsOf.get(digit) ?? new Set()).add(sample.split));
    }
    expect([...splitsOf].filter(([, splits]) => splits.size > 1)).toEqual([]);
    expect(splitsOf.size).toBeGreaterThan(80);
  });

  test('keep pairing and motion whatever else is there', async () => {
    const all = await folder.list('av-digits');
    const few = await folder.list('av-digits', { limit: 2 });
    expect(few.samples).toHaveLength(120);
    for (const sample of few.samples) expect(sample).toEqual(find(all, sample.id));
    const motions = all.samples.map(({ video }) => (video?.kind === 'clip' ? video.motion.seed.join() : ''));
    expect(new Set(motions).size).toBe(180);
  });

  test('pass on how clips are drawn', async () => {
    const raw = await folder.list('av-digits', { frames: 3, side: 32, noise: 12.5 });
    expect(raw.samples[0]?.video).toMatchObject({ motion: { frames: 3, side: 32, noise: 12.5 } });
  });

  test('may lie in `recordings`, as in the original repository', async () => {
    for (const name of recordings()) await folder.remove(name);
    await folder.write(mediaAt(recordings().map((name) => `recordings/${name}`)));
    const raw = await folder.list('av-digits');
    expect(folder.plain(raw.samples[0])).toMatchObject({
      id: '0_george_0',
      audio: 'recordings/0_george_0.wav',
    });
  });

  test.each(['seven_jackson_1.wav', '7-jackson-1.wav', '77_jackson_1.wav', '7_jackson.wav'])(
    'refuse a recording with the name %s',
    async (name) => {
      await folder.write({ [name]: 'x' });
      await expect(folder.list('av-digits')).rejects.toMatchObject({
        code: 'LAC3180',
        message: expect.stringContaining(name),
      });
    },
  );

  test.each([
    {
      name: 'nobody has recordings of',
      speakers: { test: ['nobody'] },
      says: 'nobody has no recordings; there are george',
    },
    {
      name: 'is in two splits',
      speakers: { val: ['theo'], test: ['theo'] },
      says: 'theo is in both val and test',
    },
  ])('refuse a speaker who $name', async ({ speakers, says }) => {
    const listed = folder.list('av-digits', { speakers });
    await expect(listed).rejects.toMatchObject({ code: 'LAC3183', message: expect.stringContaining(says) });
  });

  test('must have recordings', async () => {
    for (const name of recordings()) await folder.remove(name);
    const listed = folder.list('av-digits', { speakers: { val: [], test: [] } });
    await expect(listed).rejects.toMatchObject({ code: 'LAC3179' });
  });
});
