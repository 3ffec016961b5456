import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { TrainingView } from '../data/change-sample.ts';
import { type Dataset, modalityOrder } from '../data/dataset.ts';
import { type InputArrays, SampleReader } from '../data/sample-reader.ts';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Modality } from '../model/design.ts';
import type { EncoderInput } from '../model/encoder.ts';
import type { Split } from '../schemas/generated/resolved.ts';
import { ThreadPool } from '../threads/pool.ts';
import type { ClassCounts } from './class-weights.ts';
import type { BatchArrays, BatchRequest } from './reading-thread.ts';

const readingThread = new URL('./reading-thread', import.meta.url);

/** An open dataset that makes batches of tensors out of rows. Close it; the tensors are the caller's. */
export class Samples {
  readonly dataset: Dataset;
  readonly #directory: string;
  readonly #reader: SampleReader;
  readonly #thread = new ThreadPool<BatchRequest, BatchArrays>(readingThread, 1);
  /** Batches that were read ahead, by the list of their rows. */
  readonly #ahead = new WeakMap<readonly number[], BatchArrays>();

  private constructor(directory: string, reader: SampleReader) {
    this.dataset = reader.dataset;
    this.#directory = directory;
    this.#reader = reader;
  }

  /** Reads what `directory` says of itself and checks that its tensors have the promised shapes. */
  static async open(directory: string): Promise<Samples> {
    return new Samples(directory, await SampleReader.open(directory));
  }

  async close(): Promise<void> {
    this.#reader.close();
    await this.#thread[Symbol.asyncDispose]();
  }

  /** Reads a batch on another thread; `input` takes it when it is asked for the very same list of rows. */
  async readAhead(
    modalities: readonly Modality[],
    rows: readonly number[],
    view: TrainingView,
  ): Promise<void> {
    this.#ahead.set(rows, await this.#thread.run({ directory: this.#directory, modalities, rows, view }));
  }

  /** The modalities that its samples are made of, in the order of models. */
  get modalities(): readonly Modality[] {
    return modalityOrder.filter((modality) => this.dataset.modalities[modality] !== undefined);
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

  /** Whether a row's sample has a modality. */
  has(modality: Modality, row: number): boolean {
    return this.dataset.samples[row]?.missing?.includes(modality) !== true;
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
    return this.#reader.textLength(row);
  }

  /** The encoder's input for some rows, as training sees them if a view is given. A modality that no sample has is a failure. */
  input(modality: Modality, rows: readonly number[], operation: string, view?: TrainingView): EncoderInput {
    const arrays = this.#ahead.get(rows)?.[modality] ?? this.#reader.read(modality, rows, view);
    if (arrays === undefined) {
      throw failure('LAC4202', { dataset: this.dataset.name, modality, operation });
    }
    return toInput(arrays, rows.length);
  }

  #labelsOf(row: number): readonly number[] {
    const sample = this.dataset.samples[row];
    return sample === undefined ? [] : (sample.labels ?? [sample.label]);
  }
}

/** The arrays of a batch as tensors. */
function toInput(arrays: InputArrays, rows: number): EncoderInput {
  switch (arrays.kind) {
    case 'image': {
      const { values, size, frames } = arrays;
      const pixels = tf.tensor4d(values, [rows * frames, size, size, 3]);
      return { kind: 'image', pixels, ...(frames > 1 && { framesPerSequence: frames }) };
    }
    case 'text': {
      const shape: [number, number] = [rows, arrays.length];
      return {
        kind: 'text',
        ids: tf.tensor2d(arrays.ids, shape, 'int32'),
        attentionMask: tf.tensor2d(arrays.attentionMask, shape, 'int32'),
      };
    }
    case 'audio':
      return {
        kind: 'audio',
        spectrogram: tf.tensor3d(arrays.values, [rows, arrays.frames, arrays.bins]),
      };
  }
}
