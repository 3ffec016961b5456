import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Picture } from '../signal/resize-picture.ts';
import { readHeader, readTensor } from '../tensor/safetensors.ts';
import type { Dataset } from './dataset.ts';

/** Where a shard's tensors lie in its file. */
interface OpenShard {
  readonly file: string;
  /** First byte of each tensor. */
  readonly starts: ReadonlyMap<string, number>;
  readonly firstRow: number;
  /** For each row the place of its first frame, and one more for the end; empty without videos. */
  readonly frames: Int32Array;
  /** Whole pictures, by row and by frame. */
  readonly sources: { readonly [modality in 'image' | 'video']?: Sources };
}

/** Whole pictures in a shard: their height and width, and where each begins. */
interface Sources {
  readonly sizes: Int32Array;
  readonly offsets: readonly number[];
}

/** Shards whose files are open at once. */
const mostDescriptors = 128;

/** The shards of a dataset, from which single rows are read. */
export interface ShardFiles {
  /** [size, size, 3] */
  picture(row: number): Uint8Array;
  /** [size, size, 3] */
  frame(row: number, index: number): Uint8Array;
  /** The whole picture, and of a frame of a row's video; undefined where none is kept. */
  source(row: number): Picture | undefined;
  frameSource(row: number, index: number): Picture | undefined;
  /** Frames that are kept of a row's video; 0 where it has none. */
  frameCount(row: number): number;
  /** [frames, bins] */
  spectrogram(row: number): Float32Array;
  close(): void;
}

/** Opens the shards of a folder; tensors of another type or shape than `dataset.json` says are a failure. */
export async function openShards(directory: string, dataset: Dataset): Promise<ShardFiles> {
  const shards: OpenShard[] = [];
  let firstRow = 0;
  for (const { file, rows } of dataset.shards) {
    shards.push(await openShard(join(directory, file), dataset, { firstRow, rows }));
    firstRow += rows;
  }
  return new Files(dataset, shards);
}

async function openShard(
  file: string,
  { modalities }: Dataset,
  { firstRow, rows }: { readonly firstRow: number; readonly rows: number },
): Promise<OpenShard> {
  const { tensors, dataStart } = await readHeader(file);
  const { image, video } = modalities;
  const counts = video && (await readCounts(file, rows));
  const frames = framePlaces(counts ?? new Int32Array());
  const total = frames.at(-1) ?? 0;
  const sources = {
    ...(image?.hasSources && { image: await readSources(file, 'image', rows) }),
    ...(video?.hasSources && { video: await readSources(file, 'video', total) }),
  };
  const starts = new Map<string, number>();
  for (const [tensor, type] of tensorTypes(modalities, rows, total, sources)) {
    const entry = tensors.get(tensor);
    if (entry === undefined) throw failure('LAC4112', { file, tensor });
    const found = `${entry.type} [${entry.shape}]`;
    if (found !== type) throw failure('LAC4208', { file, tensor, found, expected: type });
    starts.set(tensor, dataStart + entry.begin);
  }
  return { file, starts, firstRow, frames, sources };
}

/** Name and type of every tensor that rows are read from. */
function tensorTypes(
  { image, text, audio, video }: Dataset['modalities'],
  rows: number,
  frames: number,
  sources: OpenShard['sources'],
): readonly (readonly [name: string, type: string])[] {
  const picture = (count: number, size: number) => `U8 [${count},${size},${size},3]`;
  const bytes = (kept: Sources) => `U8 [${kept.offsets.at(-1)}]`;
  const types = {
    'image.pixels': image && picture(rows, image.size),
    'image.source': sources.image && bytes(sources.image),
    'text.ids': text && `I32 [${rows},${text.maxLength}]`,
    'text.lengths': text && `I32 [${rows}]`,
    'audio.spectrogram': audio && `F32 [${rows},${audio.frames},${audio.bins}]`,
    'video.pixels': video && picture(frames, video.size),
    'video.source': sources.video && bytes(sources.video),
  };
  return Object.entries(types).flatMap(([name, type]) => (type === undefined ? [] : [[name, type] as const]));
}

function readCounts(file: string, rows: number): Promise<Int32Array> {
  return readSizes(file, 'video.counts', [rows]);
}

async function readSources(file: string, modality: 'image' | 'video', pictures: number): Promise<Sources> {
  const sizes = await readSizes(file, `${modality}.sourceSizes`, [pictures, 2]);
  const offsets = [0];
  for (let at = 0; at < pictures; at += 1) {
    offsets.push((offsets[at] ?? 0) + (sizes[2 * at] ?? 0) * (sizes[2 * at + 1] ?? 0) * 3);
  }
  return { sizes, offsets };
}

/** Counts and sizes, none of which is negative. */
async function readSizes(file: string, tensor: string, expected: readonly number[]): Promise<Int32Array> {
  const { data, shape } = await readTensor(file, tensor);
  const isRight = data instanceof Int32Array && String(shape) === String(expected);
  if (isRight && data.every((size) => size >= 0)) return data;
  const found = `${data.constructor.name} [${shape}]`;
  throw failure('LAC4208', { file, tensor, found, expected: `I32 [${expected}]` });
}

function framePlaces(counts: Int32Array): Int32Array {
  const places = new Int32Array(counts.length + 1);
  for (const [row, count] of counts.entries()) places[row + 1] = (places[row] ?? 0) + count;
  return places;
}

class Files implements ShardFiles {
  readonly #dataset: Dataset;
  readonly #shards: readonly OpenShard[];
  readonly #descriptors = new Map<string, number>();

  constructor(dataset: Dataset, shards: readonly OpenShard[]) {
    this.#dataset = dataset;
    this.#shards = shards;
  }

  picture(row: number): Uint8Array {
    const { size = 0 } = this.#dataset.modalities.image ?? {};
    const shard = this.#shardOf(row);
    return this.#read(shard, 'image.pixels', (row - shard.firstRow) * size * size * 3, size * size * 3);
  }

  source(row: number): Picture | undefined {
    const shard = this.#shardOf(row);
    return this.#sourceAt(shard, 'image', row - shard.firstRow);
  }

  frameSource(row: number, index: number): Picture | undefined {
    const shard = this.#shardOf(row);
    return this.#sourceAt(shard, 'video', (shard.frames[row - shard.firstRow] ?? 0) + index);
  }

  frame(row: number, index: number): Uint8Array {
    const { size = 0 } = this.#dataset.modalities.video ?? {};
    const shard = this.#shardOf(row);
    const place = (shard.frames[row - shard.firstRow] ?? 0) + index;
    return this.#read(shard, 'video.pixels', place * size * size * 3, size * size * 3);
  }

  frameCount(row: number): number {
    const { frames, firstRow } = this.#shardOf(row);
    return (frames[row - firstRow + 1] ?? 0) - (frames[row - firstRow] ?? 0);
  }

  spectrogram(row: number): Float32Array {
    const { frames = 0, bins = 0 } = this.#dataset.modalities.audio ?? {};
    const shard = this.#shardOf(row);
    const length = frames * bins * 4;
    const bytes = this.#read(shard, 'audio.spectrogram', (row - shard.firstRow) * length, length);
    return new Float32Array(bytes.buffer);
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
  }

  #shardOf(row: number): OpenShard {
    let [low, high] = [0, this.#shards.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#shards[middle]?.firstRow ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    const shard = this.#shards[low];
    if (shard === undefined)
      throw failure('LAC9001', { what: `a dataset without shards was asked for row ${row}` });
    return shard;
  }

  #sourceAt(shard: OpenShard, modality: 'image' | 'video', place: number): Picture | undefined {
    const sources = shard.sources[modality];
    const [height = 0, width = 0] = sources?.sizes.subarray(2 * place, 2 * place + 2) ?? [];
    if (sources === undefined || height * width === 0) return undefined;
    const data = this.#read(shard, `${modality}.source`, sources.offsets[place] ?? 0, height * width * 3);
    return { width, height, channels: 3, data };
  }

  /** `bytes` of a tensor from `offset` on. */
  #read({ file, starts }: OpenShard, tensor: string, offset: number, bytes: number): Uint8Array {
    const out = new Uint8Array(bytes);
    const read = readSync(this.#descriptor(file), out, 0, bytes, (starts.get(tensor) ?? 0) + offset);
    if (read !== bytes) throw failure('LAC4111', { file, reason: `it ends within ${tensor}` });
    return out;
  }

  /** The open file, the least recently used of too many closed. */
  #descriptor(file: string): number {
    const descriptor = this.#descriptors.get(file) ?? openSync(file, 'r');
    this.#descriptors.delete(file);
    this.#descriptors.set(file, descriptor);
    const [oldest] = this.#descriptors;
    if (this.#descriptors.size > mostDescriptors && oldest !== undefined) {
      closeSync(oldest[1]);
      this.#descriptors.delete(oldest[0]);
    }
    return descriptor;
  }
}
