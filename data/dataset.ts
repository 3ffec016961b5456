import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Split } from '../schemas/generated/resolved.ts';
import { writeTensors } from '../tensor/safetensors.ts';

/** Pictures of a dataset: tensor `tensor` of `file`, U8 [samples, height, width, 3], before normalisation. */
export interface ImageTensors {
  readonly file: string;
  readonly tensor: string;
  readonly height: number;
  readonly width: number;
  /** Per channel, of values in 0..1: a pixel enters the encoder as (value / 255 - mean) / std. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

/** Texts of a dataset: `ids` I32 [samples, maxLength], padded with 0, and `lengths` I32 [samples], specials included. */
export interface TextTensors {
  readonly file: string;
  readonly ids: string;
  readonly lengths: string;
  readonly maxLength: number;
}

/** One sample; `label` is an index into the dataset's classes. */
export interface Sample {
  readonly id: string;
  /** In a multi-label dataset the first of `labels`, or -1 when there is none. */
  readonly label: number;
  /** The classes of a sample of a multi-label dataset, ascending; absent in others. */
  readonly labels?: readonly number[];
  readonly split: Split;
}

/** The contents of `dataset.json`. Row order of every tensor is the order of `samples`. */
export interface Dataset {
  readonly version: 1;
  readonly name: string;
  readonly classes: readonly string[];
  /** Whether a sample may have several classes or none; every sample then has `labels`. */
  readonly multiLabel?: boolean;
  readonly modalities: { readonly image?: ImageTensors; readonly text?: TextTensors };
  readonly samples: readonly Sample[];
}

/** The tensors of a dataset, in the order of its samples: U8 [samples, height, width, 3]; ids and lengths I32. */
export interface DatasetTensors {
  readonly image?: Uint8Array;
  readonly text?: { readonly ids: Int32Array; readonly lengths: Int32Array };
}

/** Writes a dataset into an empty folder. Equal contents give equal bytes. */
export async function writeDataset(
  directory: string,
  dataset: Dataset,
  tensors: DatasetTensors,
): Promise<void> {
  const { image, text } = dataset.modalities;
  const rows = dataset.samples.length;
  if (image && tensors.image) {
    const shape = [rows, image.height, image.width, 3];
    await writeTensors(join(directory, image.file), { [image.tensor]: { shape, data: tensors.image } });
  }
  if (text && tensors.text) {
    const { ids, lengths } = tensors.text;
    await writeTensors(join(directory, text.file), {
      [text.ids]: { shape: [rows, text.maxLength], data: ids },
      [text.lengths]: { shape: [rows], data: lengths },
    });
  }
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
  if (dataset.version !== 1) return `its version is ${JSON.stringify(dataset.version)}, not 1`;
  const { classes, samples, modalities, multiLabel = false } = dataset;
  if (!Array.isArray(classes) || !Array.isArray(samples)) return 'it has no lists of classes and samples';
  if (!modalities?.image && !modalities?.text) return 'it has no modality';
  const row = samples.findIndex((sample: Partial<Sample>) => !isSample(sample, classes.length, multiLabel));
  return row < 0 ? undefined : `sample ${row} has an unknown class or split`;
}

function isSample(
  { id, label, labels, split }: Partial<Sample>,
  classes: number,
  multiLabel: boolean,
): boolean {
  const isKnown = typeof id === 'string' && ['train', 'val', 'test'].includes(split ?? '');
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
