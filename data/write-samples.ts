import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '../diagnostics/failure.ts';
import type { JobContext } from '../plan/job.ts';
import type { PreprocessParams } from '../plan/params.ts';
import type { ImageProcessing } from '../schemas/generated/resolved.ts';
import { clipMean, clipStd, clipTransform, overWhite } from '../signal/clip-transform.ts';
import { createWordpiece, parseVocabulary, vocabularyProblem } from '../signal/wordpiece.ts';
import { type Dataset, type DatasetTensors, writeDataset } from './dataset.ts';
import { decodePicture } from './decode-picture.ts';
import type { RawSample, RawSamples } from './raw-sample.ts';

/** How to turn samples into tensors, and the folder whose vocab.txt the texts are cut up by. */
export interface Processing {
  readonly image?: PreprocessParams['image'];
  readonly text?: PreprocessParams['text'];
  readonly vocabulary?: string | undefined;
}

/**
 * Writes samples as a dataset into an empty folder. Pictures are composed over white and taken through CLIP's
 * transform up to normalisation, texts become WordPiece ids. A sample that cannot be read ends it: none is left out.
 */
export async function writeSamples(
  raw: RawSamples,
  { image, text, vocabulary }: Processing,
  directory: string,
  context: JobContext,
): Promise<void> {
  // Words first: a vocabulary that does not fit is found before minutes of decoding.
  const words = text && (await tokenizeAll(raw.samples, vocabulary, text.maxLength));
  const pixels = image && (await readPictures(raw.samples, image.size, context));
  const tensors: DatasetTensors = { ...(pixels && { image: pixels }), ...(words && { text: words }) };
  await writeDataset(directory, describe(raw, image, text?.maxLength), tensors);
}

/** Ids I32 [samples, maxLength], padded with 0, and lengths I32 [samples]. */
async function tokenizeAll(samples: readonly RawSample[], vocabulary: string | undefined, maxLength: number) {
  const tokenize = await loadTokenizer(vocabulary, maxLength);
  const ids = new Int32Array(samples.length * maxLength);
  const lengths = new Int32Array(samples.length);
  samples.forEach(({ text }, row) => {
    const tokens = tokenize(text);
    ids.set(tokens, row * maxLength);
    lengths[row] = tokens.length;
  });
  return { ids, lengths };
}

async function loadTokenizer(
  folder: string | undefined,
  maxLength: number,
): Promise<(text: string) => number[]> {
  if (folder === undefined)
    throw failure('LAC9001', { what: 'a preprocess job with text has no vocabulary' });
  const file = join(folder, 'vocab.txt');
  const vocabulary = parseVocabulary(await readVocabulary(folder, file));
  const reason = vocabularyProblem(vocabulary);
  if (reason !== undefined) throw failure('LAC3108', { file, reason });
  return createWordpiece(vocabulary, maxLength);
}

async function readVocabulary(folder: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw failure('LAC3205', { folder, files: 'vocab.txt' }, error);
    }
    throw failure('LAC3207', { file, reason: (error as Error).message }, error);
  }
}

/** U8 [samples, size, size, 3]. */
async function readPictures(
  samples: readonly RawSample[],
  size: number,
  { report, signal }: JobContext,
): Promise<Uint8Array> {
  const stride = size * size * 3;
  const pixels = new Uint8Array(samples.length * stride);
  for (const [row, sample] of samples.entries()) {
    signal.throwIfAborted();
    const picture = await decodePicture(sample);
    pixels.set(clipTransform(overWhite(picture), size).data, row * stride);
    if ((row + 1) % reportEvery === 0 || row + 1 === samples.length) {
      report({ phase: 'pictures', done: row + 1, total: samples.length, unit: 'samples' });
      await nextTurn();
    }
  }
  return pixels;
}

const reportEvery = 50;

function describe(raw: RawSamples, image?: ImageProcessing, maxLength?: number): Dataset {
  return {
    version: 1,
    name: raw.name,
    classes: raw.classes,
    modalities: {
      ...(image && {
        image: {
          file: 'image.safetensors',
          tensor: 'pixels',
          height: image.size,
          width: image.size,
          mean: clipMean,
          std: clipStd,
        },
      }),
      ...(maxLength && { text: { file: 'text.safetensors', ids: 'ids', lengths: 'lengths', maxLength } }),
    },
    samples: raw.samples.map(({ id, label, split }) => ({ id, label, split })),
  };
}
