import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { supervise } from '../activities/supervise.ts';
import { describeData } from '../data/adapters/adapters.ts';
import { decodePicture } from '../data/media/decode-picture.ts';
import { useTensorflow } from '../data/media/tensorflow-jpeg.ts';
import type { PreprocessParams } from '../plan/params.ts';
import { logMel, padAndNormalise } from '../signal/log-mel.ts';
import { norms, pictureTransform } from '../signal/picture-transform.ts';
import type { Picture } from '../signal/resize-picture.ts';
import { createWordpiece, parseVocabulary } from '../signal/wordpiece.ts';
import { readTensors } from '../tensor/safetensors.ts';
import type { PartName } from './data-parts.ts';

/*
 * One part of `npm run bench:data` in Lacuna. Prints what it is when it can be asked, then answers lines on stdin as
 * python-data.py does.
 */

/** One round of work, and the values by which the sides are compared. */
interface Side {
  readonly work: () => unknown;
  readonly check: () => Promise<readonly number[]>;
}

/** What the sides are told besides the folder. */
export interface SideOptions {
  readonly clips: number;
  readonly frames: number;
  readonly maxLength: number;
  /** Path of a vocab.txt. */
  readonly vocabulary: string;
}

/** As it is shipped: processes and threads that are loaded from sources take seconds to start. */
const built = fileURLToPath(new URL('../dist/train/child.js', import.meta.url));

const say = (values: object): void => void process.stdout.write(`${JSON.stringify(values)}\n`);

function mel(folder: string, { clips }: SideOptions): Side {
  const bytes = readFileSync(join(folder, 'clips.f32'));
  const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const length = values.length / clips;
  const sounds = Array.from({ length: clips }, (_, index) =>
    values.slice(index * length, (index + 1) * length),
  );
  const work = () =>
    sounds.map((sound) =>
      padAndNormalise(logMel(sound, { bins: 128 }), { bins: 128, frames: 1024, norm: 'ast' }),
    );
  const check = async () =>
    work().flatMap((mel) => [mean(mel), mean(mel.map(Math.abs)), mel[50 * 128 + 20] ?? Number.NaN]);
  return { work, check };
}

/** As in a thread of preprocessing. */
function images(folder: string): Side {
  useTensorflow();
  const files = readdirSync(join(folder, 'pictures')).sort();
  const work = async () => {
    const pixels: Float32Array[] = [];
    for (const file of files) {
      const picture = await decodePicture({ id: file, image: join(folder, 'pictures', file) });
      pixels.push(normalised(pictureTransform(picture, { size: 224, resize: 'shorter', filter: 'bicubic' })));
    }
    return pixels;
  };
  const plane = 224 * 224;
  const check = async () =>
    (await work()).flatMap((pixels) =>
      [0, 1, 2].map((channel) => mean(pixels.subarray(channel * plane, (channel + 1) * plane))),
    );
  return { work, check };
}

/** [3, height, width] of CLIP's normalisation, which training does as it reads: here it counts, as on the other side. */
function normalised({ data, width, height }: Picture): Float32Array {
  const { mean, std } = norms.clip;
  const plane = width * height;
  const values = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel += 1) {
    const [centre = 0, spread = 1] = [mean[channel], std[channel]];
    const level = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - centre) / spread);
    for (let at = 0; at < plane; at += 1) {
      values[channel * plane + at] = level[data[at * 3 + channel] as number] as number;
    }
  }
  return values;
}

function tokens(folder: string, { vocabulary, maxLength }: SideOptions): Side {
  const texts = JSON.parse(readFileSync(join(folder, 'texts.json'), 'utf8')) as string[];
  const tokenize = createWordpiece(parseVocabulary(readFileSync(vocabulary, 'utf8')), maxLength);
  const work = () => texts.map(tokenize);
  const check = async () => {
    const rows = work();
    const count = rows.reduce((sum, ids) => sum + ids.length, 0);
    return [count, ...rows.map((ids) => ids.reduce((sum, id, place) => sum + id * (place + 1), 0))];
  };
  return { work, check };
}

/**
 * The operation `preprocess` on both manifests, each in a process of its own that is started for it, with as many threads
 * as it takes by itself.
 */
function whole(folder: string, { frames }: SideOptions): Side {
  const target = join(folder, 'lacuna-output');
  const params = {
    recordings: { audio: { processor: 'ast', bins: 128, frames, norm: 'ast' } },
    pictures: {
      image: {
        processor: 'clip',
        size: 224,
        resize: 'shorter',
        filter: 'bicubic',
        norm: 'clip',
        orientation: 'exif',
      },
    },
  } as const;
  const work = async () => {
    rmSync(target, { recursive: true, force: true });
    await runPreprocess(folder, 'recordings', 'audio', params.recordings, target);
    await runPreprocess(folder, 'pictures', 'image', params.pictures, target);
  };
  const check = async () => {
    await work();
    const recordings = await rowsAndMean(join(target, 'recordings'), 'audio.spectrogram');
    return [...recordings, ...(await rowsAndMean(join(target, 'pictures'), 'image.pixels'))];
  };
  return { work, check };
}

async function runPreprocess(
  root: string,
  name: 'recordings' | 'pictures',
  modality: 'audio' | 'image',
  options: Omit<PreprocessParams, 'data'>,
  target: string,
): Promise<void> {
  const data: PreprocessParams['data'] = {
    adapter: 'manifest',
    with: {
      root,
      file: `${name}.csv`,
      delimiter: 'comma',
      columns: { [modality]: modality, label: 'label', split: 'split' },
      separator: '|',
      splits: { train: 0.7, val: 0.1, test: 0.2 },
      allowMissing: false,
    },
  };
  const context = { report: () => undefined, signal: new AbortController().signal };
  const { digest } = await describeData(data, root, context);
  const [outputDirectory, scratchDirectory] = [join(target, name), join(target, `${name}-scratch`)];
  for (const directory of [outputDirectory, scratchDirectory]) mkdirSync(directory, { recursive: true });
  const inputs = { data: [{ digest, directory: root }] };
  const params = JSON.parse(JSON.stringify({ data, ...options }));
  const job = { operation: 'preprocess', params, inputs, outputDirectory, scratchDirectory } as const;
  const program = { module: built, execArgv: [] };
  await supervise({ ...context, program, task: name, job, log: join(target, `${name}.log`) });
}

async function rowsAndMean(folder: string, tensor: string): Promise<readonly number[]> {
  let [rows, sum, size] = [0, 0, 0];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.safetensors'))) {
    const { [tensor]: value } = await readTensors(join(folder, file));
    const data = value?.data ?? new Float32Array();
    rows += value?.shape[0] ?? 0;
    size += data.length;
    for (const one of data) sum += Number(one);
  }
  return [rows, sum / size];
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function main(): Promise<void> {
  const [part, folder = '', options = '{}'] = process.argv.slice(2);
  const sides = { mel, images, tokens, preprocess: whole };
  const side = sides[part as PartName](folder, JSON.parse(options) as SideOptions);
  say({ version: `Lacuna on Node ${process.versions.node}` });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === 'check') {
      say({ values: await side.check() });
      continue;
    }
    const started = performance.now();
    await side.work();
    say({ ms: performance.now() - started });
  }
}

await main();
