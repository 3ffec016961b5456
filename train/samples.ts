import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { type Dataset, type ImageTensors, readDataset, type TextTensors } from '../data/dataset.ts';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Modality } from '../model/design.ts';
import type { EncoderInput } from '../model/encoder.ts';
import type { Split } from '../schemas/generated/resolved.ts';
import { readHeader, readTensors } from '../tensor/safetensors.ts';
import { type Affine, warp } from './augment.ts';
import type { ClassCounts } from './class-weights.ts';

type Of<Kind extends EncoderInput['kind']> = Extract<EncoderInput, { readonly kind: Kind }>;

/** Pictures stay on disk, one read per row, so that the size of a dataset does not matter. */
interface Pictures {
  readonly about: ImageTensors;
  readonly file: string;
  readonly descriptor: number;
  readonly start: number;
}

interface Texts {
  readonly about: TextTensors;
  readonly ids: Int32Array;
  readonly lengths: Int32Array;
}

/** An open dataset that makes batches of tensors out of rows. Close it; the tensors are the caller's. */
export class Samples {
  readonly dataset: Dataset;
  readonly #pictures: Pictures | undefined;
  readonly #texts: Texts | undefined;

  private constructor(dataset: Dataset, pictures: Pictures | undefined, texts: Texts | undefined) {
    this.dataset = dataset;
    this.#pictures = pictures;
    this.#texts = texts;
  }

  /** Reads what `directory` says of itself and checks that its tensors have the promised shapes. */
  static async open(directory: string): Promise<Samples> {
    const dataset = await readDataset(directory);
    const { image, text } = dataset.modalities;
    const rows = dataset.samples.length;
    const texts = text && (await openTexts(directory, text, rows));
    return new Samples(dataset, image && (await openPictures(directory, image, rows)), texts);
  }

  close(): void {
    if (this.#pictures !== undefined) closeSync(this.#pictures.descriptor);
  }

  /** Rows of a split, ascending; a split without rows is a failure. */
  rowsOf(split: Split, operation: string): number[] {
    const rows = this.dataset.samples.flatMap((sample, row) => (sample.split === split ? [row] : []));
    if (rows.length === 0) throw failure('LAC4203', { dataset: this.dataset.name, split, operation });
    return rows;
  }

  /** The id of a row's sample, for messages. */
  nameOf(row: number): string {
    return this.dataset.samples[row]?.id ?? `row ${row}`;
  }

  /** The class of each row, int32 [rows]; of a multi-label dataset 0 or 1 per class, float32 [rows, classes]. */
  labels(rows: readonly number[]): Tensor1D | Tensor2D {
    const { samples, classes, multiLabel } = this.dataset;
    if (multiLabel) return tf.tensor2d(this.labelSets(rows), [rows.length, classes.length], 'float32');
    return tf.tensor1d(
      rows.map((row) => samples[row]?.label ?? -1),
      'int32',
    );
  }

  /** 0 or 1 per class, [rows, classes], in datasets of either kind: what metrics over sets compare with. */
  labelSets(rows: readonly number[]): Uint8Array {
    const { classes } = this.dataset;
    const sets = new Uint8Array(rows.length * classes.length);
    for (const [index, row] of rows.entries()) {
      for (const label of this.#labelsOf(row)) sets[index * classes.length + label] = 1;
    }
    return sets;
  }

  /** How often each class occurs in some rows. */
  countClasses(rows: readonly number[]): ClassCounts {
    const { classes, multiLabel = false } = this.dataset;
    const perClass = new Array<number>(classes.length).fill(0);
    for (const row of rows) {
      for (const label of this.#labelsOf(row)) perClass[label] = (perClass[label] ?? 0) + 1;
    }
    return { samples: rows.length, perClass, isMultiLabel: multiLabel };
  }

  /** Length of a row's text in tokens; 0 in a dataset without texts. */
  textLength(row: number): number {
    return this.#texts?.lengths[row] ?? 0;
  }

  /** The encoder's input for some rows; fails when the dataset lacks the modality. */
  input(modality: Modality, rows: readonly number[], operation: string): EncoderInput {
    if (modality === 'image') return this.images(rows, operation);
    return modality === 'text' ? this.texts(rows, operation) : this.#lacks(modality, operation);
  }

  /** Normalised pictures [rows, height, width, 3], changed by `affineOf` where it is given. */
  images(rows: readonly number[], operation: string, affineOf?: (row: number) => Affine): Of<'image'> {
    const pictures = this.#pictures ?? this.#lacks('image', operation);
    const { height, width } = pictures.about;
    const size = height * width * 3;
    const values = new Float32Array(rows.length * size);
    for (const [index, row] of rows.entries()) {
      const pixels = readPicture(pictures, row, size);
      const changed = affineOf === undefined ? pixels : warp({ pixels, height, width }, affineOf(row));
      normalise(changed, pictures.about, values.subarray(index * size, (index + 1) * size));
    }
    return { kind: 'image', pixels: tf.tensor4d(values, [rows.length, height, width, 3]) };
  }

  /** Texts of some rows, padded only to the longest of them: ids and attentionMask [rows, longest]. */
  texts(rows: readonly number[], operation: string): Of<'text'> {
    const { about, ids, lengths } = this.#texts ?? this.#lacks('text', operation);
    const longest = rows.reduce((most, row) => Math.max(most, lengths[row] ?? 0), 0);
    const shape: [number, number] = [rows.length, longest];
    const batchIds = new Int32Array(rows.length * longest);
    const attentionMask = new Int32Array(rows.length * longest);
    for (const [index, row] of rows.entries()) {
      const length = lengths[row] ?? 0;
      batchIds.set(ids.subarray(row * about.maxLength, row * about.maxLength + length), index * longest);
      attentionMask.fill(1, index * longest, index * longest + length);
    }
    return {
      kind: 'text',
      ids: tf.tensor2d(batchIds, shape, 'int32'),
      attentionMask: tf.tensor2d(attentionMask, shape, 'int32'),
    };
  }

  #labelsOf(row: number): readonly number[] {
    const sample = this.dataset.samples[row];
    return sample === undefined ? [] : (sample.labels ?? [sample.label]);
  }

  #lacks(modality: Modality, operation: string): never {
    throw failure('LAC4202', { dataset: this.dataset.name, modality, operation });
  }
}

async function openPictures(directory: string, about: ImageTensors, rows: number): Promise<Pictures> {
  const file = join(directory, about.file);
  const { tensors, dataStart } = await readHeader(file);
  const entry = tensors.get(about.tensor);
  if (entry === undefined) throw failure('LAC4112', { file, tensor: about.tensor });
  const expected = `U8 [${rows},${about.height},${about.width},3]`;
  requireSame(file, about.tensor, `${entry.type} [${entry.shape}]`, expected);
  return { about, file, descriptor: openSync(file, 'r'), start: dataStart + entry.begin };
}

async function openTexts(directory: string, about: TextTensors, rows: number): Promise<Texts> {
  const file = join(directory, about.file);
  const values = await readTensors(file, [about.ids, about.lengths]);
  const take = (tensor: string, shape: string): Int32Array => {
    const value = values[tensor];
    const isInteger = value?.data instanceof Int32Array;
    requireSame(file, tensor, `${isInteger ? 'I32' : 'another type'} [${value?.shape}]`, `I32 ${shape}`);
    return value?.data as Int32Array;
  };
  return {
    about,
    ids: take(about.ids, `[${rows},${about.maxLength}]`),
    lengths: take(about.lengths, `[${rows}]`),
  };
}

function requireSame(file: string, tensor: string, found: string, expected: string): void {
  if (found !== expected) throw failure('LAC4208', { file, tensor, found, expected });
}

function readPicture({ file, descriptor, start }: Pictures, row: number, size: number): Uint8Array {
  const pixels = new Uint8Array(size);
  const read = readSync(descriptor, pixels, 0, size, start + row * size);
  if (read !== size) throw failure('LAC4111', { file, reason: `it ends within the picture of row ${row}` });
  return pixels;
}

/** (value / 255 - mean) / std per channel, into `out`. */
function normalise(values: Uint8Array | Float32Array, about: ImageTensors, out: Float32Array): void {
  for (let channel = 0; channel < 3; channel += 1) {
    const [mean, std] = [about.mean[channel] ?? 0, about.std[channel] ?? 1];
    for (let at = channel; at < values.length; at += 3) out[at] = ((values[at] ?? 0) / 255 - mean) / std;
  }
}
