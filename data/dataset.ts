import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Modality, Split } from '../schemas/generated/resolved.ts';

/** Square pictures before normalisation: a value enters the encoder as (value / 255 - mean) / std, per channel. */
export interface PictureTensors {
  readonly size: number;
  /** Of values in 0..1. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
  /** Whether pictures of training samples are kept whole as well, for random crops. */
  readonly hasSources?: boolean;
  /** How a picture became a square. */
  readonly resize: 'shorter' | 'square';
  readonly filter: 'bicubic' | 'bilinear';
}

/** Texts as token ids, specials included. */
export interface TextTensors {
  readonly maxLength: number;
}

/** Normalised log-mel spectrograms. */
export interface SoundTensors {
  readonly frames: number;
  readonly bins: number;
  /** The normalised value of silence that was added. */
  readonly padding: number;
}

/** Videos as pictures, of which an encoder reads `frames` of each sample. */
export interface VideoTensors extends PictureTensors {
  readonly frames: number;
}

/** One sample; `label` is an index into the dataset's classes. */
export interface Sample {
  readonly id: string;
  /** In a multi-label dataset the first of `labels`, or -1 when there is none. */
  readonly label: number;
  /** The classes of a sample of a multi-label dataset, ascending; absent in others. */
  readonly labels?: readonly number[];
  readonly split: Split;
  /** Modalities of the dataset that this sample lacks; absent where it has all. */
  readonly missing?: readonly Modality[];
}

/**
 * Samples in a row, one tensor file for all their modalities. Tensors of `file`, a row per sample, zeros where a sample
 * lacks the modality:
 * - `image.pixels` U8 [rows, size, size, 3]
 * - `text.ids` I32 [rows, maxLength], padded; `text.lengths` I32 [rows]
 * - `audio.spectrogram` F32 [rows, frames, bins]
 * - `video.pixels` U8 [frames of all rows, size, size, 3]; `video.counts` I32 [rows], frames of each
 * - with sources `image.source` U8 [bytes], whole pictures one after the other, and `image.sourceSizes` I32 [rows, 2],
 *   height and width, 0 where none is kept; of videos the same by frame
 */
export interface Shard {
  readonly file: string;
  readonly rows: number;
}

/** The contents of `dataset.json`. */
export interface Dataset {
  readonly version: 2;
  readonly name: string;
  readonly classes: readonly string[];
  /** Whether a sample may have several classes or none; every sample then has `labels`. */
  readonly multiLabel?: boolean;
  readonly modalities: {
    readonly image?: PictureTensors;
    readonly text?: TextTensors;
    readonly audio?: SoundTensors;
    readonly video?: VideoTensors;
  };
  /** Samples in the order of their rows, shard after shard. */
  readonly shards: readonly Shard[];
  readonly samples: readonly Sample[];
  /** Samples that were left out because a file is missing, which the author allowed. */
  readonly skipped?: readonly { readonly id: string; readonly reason: string }[];
}

/** The order of splits wherever there is one. */
export const splitOrder: readonly Split[] = ['train', 'val', 'test'];

/** The order of modalities wherever there is one. */
export const modalityOrder: readonly Modality[] = ['image', 'text', 'audio', 'video'];

/** Writes `dataset.json` beside the shards. Equal contents give equal bytes. */
export async function writeDataset(directory: string, dataset: Dataset): Promise<void> {
  const file = join(directory, 'dataset.json');
  try {
    await writeFile(file, `${JSON.stringify(dataset)}\n`, { flush: true });
  } catch (error) {
    throw failure('LAC3109', { file, reason: (error as Error).message }, error);
  }
}

/** The `dataset.json` of a folder, checked as far as its samples can be trusted to name classes and splits. */
export async function readDataset(directory: string): Promise<Dataset> {
  const file = join(directory, 'dataset.json');
  let dataset: unknown;
  try {
    dataset = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw failure('LAC3106', { file, reason: (error as Error).message }, error);
  }
  const reason = problemOf(dataset);
  if (reason !== undefined) throw failure('LAC3106', { file, reason });
  return dataset as Dataset;
}

function problemOf(value: unknown): string | undefined {
  const dataset = (value ?? {}) as Partial<Dataset>;
  if (dataset.version !== 2) return `its version is ${JSON.stringify(dataset.version)}, not 2`;
  const { classes, samples, shards, modalities } = dataset;
  if (!Array.isArray(classes) || !Array.isArray(samples)) return 'it has no lists of classes and samples';
  if (!modalityOrder.some((modality) => modalities?.[modality])) return 'it has no modality';
  if (!Array.isArray(shards) || !shards.every(isShard)) return 'its list of shards is damaged';
  const rows = shards.reduce((sum, shard) => sum + shard.rows, 0);
  if (rows !== samples.length) return `it has ${samples.length} samples, and shards for ${rows}`;
  return sampleProblem(dataset, classes.length, samples);
}

function sampleProblem(
  { multiLabel = false, modalities = {} }: Partial<Dataset>,
  classes: number,
  samples: readonly Partial<Sample>[],
): string | undefined {
  const row = samples.findIndex((sample) => !isSample(sample, classes, multiLabel));
  if (row >= 0) return `sample ${row} has an unknown class or split`;
  const known = modalityOrder.filter((modality) => modalities[modality]);
  const lacks = samples.findIndex(
    ({ missing = [] }) => missing.length >= known.length || !missing.every((one) => known.includes(one)),
  );
  return lacks < 0 ? undefined : `sample ${lacks} lacks every modality, or one that is not there`;
}

function isShard({ file, rows }: Partial<Shard>): boolean {
  return /^shard-\d+\.safetensors$/.test(file ?? '') && Number.isInteger(rows) && (rows ?? 0) > 0;
}

function isSample(
  { id, label, labels, split }: Partial<Sample>,
  classes: number,
  multiLabel: boolean,
): boolean {
  const isKnown = typeof id === 'string' && split !== undefined && splitOrder.includes(split);
  const isLabelled = multiLabel
    ? areClasses(labels, classes) && label === (labels[0] ?? -1)
    : labels === undefined && areClasses([label], classes);
  return isKnown && isLabelled;
}

/** Indices of classes, ascending, each once. */
function areClasses(labels: unknown, classes: number): labels is readonly number[] {
  return (
    Array.isArray(labels) &&
    labels.every((label, index) => {
      return Number.isInteger(label) && label > (index === 0 ? -1 : labels[index - 1]) && label < classes;
    })
  );
}
