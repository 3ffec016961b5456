import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { stream } from '../random/stream.ts';
import type { Modality } from '../schemas/generated/resolved.ts';
import { frameIndices } from '../signal/sample-frames.ts';
import { readTensors } from '../tensor/safetensors.ts';
import { changePicture, changeSound, type TrainingView } from './change-sample.ts';
import { type Dataset, type PictureTensors, readDataset } from './dataset.ts';
import { openShards, type ShardFiles } from './shard-files.ts';

/** Normalised pictures [rows * frames, size, size, 3]; `frames` of each sample, 1 unless it is a video. */
export interface PictureArrays {
  readonly kind: 'image';
  readonly values: Float32Array;
  readonly size: number;
  readonly frames: number;
}

/** Texts padded to the longest of them: ids and mask [rows, length]. */
export interface TextArrays {
  readonly kind: 'text';
  readonly ids: Int32Array;
  readonly attentionMask: Int32Array;
  readonly length: number;
}

/** Normalised spectrograms [rows, frames, bins]. */
export interface SoundArrays {
  readonly kind: 'audio';
  readonly values: Float32Array;
  readonly frames: number;
  readonly bins: number;
}

/** The samples of a batch in one modality, ready for its encoder. */
export type InputArrays = PictureArrays | TextArrays | SoundArrays;

interface Texts {
  readonly ids: Int32Array;
  readonly lengths: Int32Array;
}

/** An open dataset that reads batches; everything but texts stays on disk, so that its size does not matter. */
export class SampleReader {
  readonly dataset: Dataset;
  readonly #files: ShardFiles;
  readonly #texts: Texts | undefined;

  private constructor(dataset: Dataset, files: ShardFiles, texts: Texts | undefined) {
    this.dataset = dataset;
    this.#files = files;
    this.#texts = texts;
  }

  /** Reads what `directory` says of itself and checks that its tensors have the promised shapes. */
  static async open(directory: string): Promise<SampleReader> {
    const dataset = await readDataset(directory);
    const files = await openShards(directory, dataset);
    const { text } = dataset.modalities;
    const texts = text && (await readTexts(directory, dataset, text.maxLength));
    return new SampleReader(dataset, files, texts);
  }

  close(): void {
    this.#files.close();
  }

  /** Length of a row's text in tokens; 0 where there is none. */
  textLength(row: number): number {
    return this.#texts?.lengths[row] ?? 0;
  }

  /** A modality of some rows as evaluation sees it, or with a view as training does; undefined if there is none. */
  read(modality: Modality, rows: readonly number[], view?: TrainingView): InputArrays | undefined {
    switch (modality) {
      case 'image':
        return this.#images(rows, view);
      case 'text':
        return this.#textsOf(rows);
      case 'audio':
        return this.#sounds(rows, view);
      case 'video':
        return this.#videos(rows, view);
    }
  }

  #images(rows: readonly number[], view: TrainingView | undefined): PictureArrays | undefined {
    const about = this.dataset.modalities.image;
    if (about === undefined) return undefined;
    const stride = about.size ** 2 * 3;
    const values = new Float32Array(rows.length * stride);
    for (const [index, row] of rows.entries()) {
      const [square, source] = [this.#files.picture(row), this.#files.source(row)];
      const picture = { modality: 'image', row, place: 0, square, source } as const;
      const pixels = view === undefined ? square : changePicture(picture, about, view);
      toInput(pixels, about, values.subarray(index * stride, (index + 1) * stride));
    }
    return { kind: 'image', values, size: about.size, frames: 1 };
  }

  #videos(rows: readonly number[], view: TrainingView | undefined): PictureArrays | undefined {
    const about = this.dataset.modalities.video;
    if (about === undefined) return undefined;
    const stride = about.size ** 2 * 3;
    const values = new Float32Array(rows.length * about.frames * stride);
    for (const [index, row] of rows.entries()) {
      for (const [place, frame] of this.#framesOf(row, about.frames, view).entries()) {
        const [square, source] = [this.#files.frame(row, frame), this.#files.frameSource(row, frame)];
        const picture = { modality: 'video', row, place, square, source } as const;
        const at = (index * about.frames + place) * stride;
        const pixels = view === undefined ? square : changePicture(picture, about, view);
        toInput(pixels, about, values.subarray(at, at + stride));
      }
    }
    return { kind: 'image', values, size: about.size, frames: about.frames };
  }

  /** Which frames of a row's video are read; of a row without one none, so that its pixels stay 0. */
  #framesOf(row: number, count: number, view: TrainingView | undefined): readonly number[] {
    const kept = this.#files.frameCount(row);
    if (kept === 0) return [];
    if (view === undefined) return frameIndices(kept, count);
    const draws = stream(view.seed, 'train.frames', view.epoch, row);
    return frameIndices(kept, count, () => draws.uniform());
  }

  #sounds(rows: readonly number[], view: TrainingView | undefined): SoundArrays | undefined {
    const about = this.dataset.modalities.audio;
    if (about === undefined) return undefined;
    const stride = about.frames * about.bins;
    const values = new Float32Array(rows.length * stride);
    for (const [index, row] of rows.entries()) {
      const spectrogram = this.#files.spectrogram(row);
      values.set(
        view === undefined ? spectrogram : changeSound(spectrogram, about, view, row),
        index * stride,
      );
    }
    return { kind: 'audio', values, frames: about.frames, bins: about.bins };
  }

  #textsOf(rows: readonly number[]): TextArrays | undefined {
    const about = this.dataset.modalities.text;
    if (about === undefined || this.#texts === undefined) return undefined;
    const { ids, lengths } = this.#texts;
    // Two at least: what stands in for a missing text is [CLS] [SEP].
    const length = rows.reduce((most, row) => Math.max(most, lengths[row] ?? 0), 2);
    const batchIds = new Int32Array(rows.length * length);
    const attentionMask = new Int32Array(rows.length * length);
    for (const [index, row] of rows.entries()) {
      const own = lengths[row] ?? 0;
      batchIds.set(ids.subarray(row * about.maxLength, row * about.maxLength + own), index * length);
      attentionMask.fill(1, index * length, index * length + own);
    }
    return { kind: 'text', ids: batchIds, attentionMask, length };
  }
}

/** (value / 255 - mean) / std per channel, into `out`. */
function toInput(pixels: Uint8Array | Float32Array, { mean, std }: PictureTensors, out: Float32Array): void {
  for (let channel = 0; channel < 3; channel += 1) {
    const [middle, width] = [mean[channel] ?? 0, std[channel] ?? 1];
    for (let at = channel; at < pixels.length; at += 3) out[at] = ((pixels[at] ?? 0) / 255 - middle) / width;
  }
}

async function readTexts(directory: string, { shards, samples }: Dataset, maxLength: number): Promise<Texts> {
  const ids = new Int32Array(samples.length * maxLength);
  const lengths = new Int32Array(samples.length);
  let from = 0;
  for (const { file, rows } of shards) {
    const path = join(directory, file);
    const values = await readTensors(path, ['text.ids', 'text.lengths']);
    const take = (name: string): Int32Array => {
      const data = values[name]?.data;
      if (data instanceof Int32Array) return data;
      throw failure('LAC4208', { file: path, tensor: name, found: 'another type', expected: 'I32' });
    };
    ids.set(take('text.ids'), from * maxLength);
    lengths.set(take('text.lengths'), from);
    from += rows;
  }
  return { ids, lengths };
}
