import { join } from 'node:path';
import type { Picture } from '../signal/resize-picture.ts';
import { type WritableTensors, writePassingTensors } from '../tensor/safetensors.ts';
import type { Shard } from './dataset.ts';
import type { Processed } from './process-sample.ts';
import type { Processing } from './processing.ts';

/** The name of a shard's file by its place. */
export function shardFile(index: number): string {
  return `shard-${String(index).padStart(5, '0')}.safetensors`;
}

/**
 * Writes processed samples as the shard at a place, see `Shard`. Equal samples give equal bytes. The folder is an attempt's:
 * what is to last is copied from it into the store.
 */
export async function writeShard(
  directory: string,
  index: number,
  samples: readonly Processed[],
  processing: Processing,
): Promise<Shard> {
  const file = shardFile(index);
  await writePassingTensors(join(directory, file), {
    ...imageTensors(samples, processing),
    ...textTensors(samples, processing),
    ...audioTensors(samples, processing),
    ...videoTensors(samples, processing),
  });
  return { file, rows: samples.length };
}

function imageTensors(samples: readonly Processed[], { image }: Processing): WritableTensors {
  if (image === undefined) return {};
  const absent = new Uint8Array(image.size ** 2 * 3);
  const pieces = samples.map(({ image: pixels }) => pixels ?? absent);
  return {
    'image.pixels': { shape: [samples.length, image.size, image.size, 3], pieces },
    ...(image.source &&
      sourceTensors(
        'image',
        samples.map(({ imageSource }) => imageSource),
      )),
  };
}

/** Whole pictures one after the other, and their sizes; undefined where none is kept. */
function sourceTensors(
  modality: 'image' | 'video',
  pictures: readonly (Picture | undefined)[],
): WritableTensors {
  const sizes = Int32Array.from(pictures.flatMap((picture) => [picture?.height ?? 0, picture?.width ?? 0]));
  const data = new Uint8Array(pictures.reduce((sum, picture) => sum + (picture?.data.length ?? 0), 0));
  let at = 0;
  for (const picture of pictures) {
    if (picture === undefined) continue;
    data.set(picture.data, at);
    at += picture.data.length;
  }
  return {
    [`${modality}.source`]: { shape: [data.length], data },
    [`${modality}.sourceSizes`]: { shape: [pictures.length, 2], data: sizes },
  };
}

function textTensors(samples: readonly Processed[], { text }: Processing): WritableTensors {
  if (text === undefined) return {};
  const ids = new Int32Array(samples.length * text.maxLength);
  const lengths = new Int32Array(samples.length);
  for (const [row, { text: tokens = [] }] of samples.entries()) {
    ids.set(tokens, row * text.maxLength);
    lengths[row] = tokens.length;
  }
  return {
    'text.ids': { shape: [samples.length, text.maxLength], data: ids },
    'text.lengths': { shape: [samples.length], data: lengths },
  };
}

function audioTensors(samples: readonly Processed[], { audio }: Processing): WritableTensors {
  if (audio === undefined) return {};
  const { frames, bins } = audio;
  const data = new Float32Array(samples.length * frames * bins);
  for (const [row, { audio: values }] of samples.entries()) if (values) data.set(values, row * frames * bins);
  return { 'audio.spectrogram': { shape: [samples.length, frames, bins], data } };
}

function videoTensors(samples: readonly Processed[], { video }: Processing): WritableTensors {
  if (video === undefined) return {};
  const counts = Int32Array.from(samples, ({ video: frames = [] }) => frames.length);
  const all = samples.flatMap(({ video: frames = [] }) => frames);
  const size = video.size ** 2 * 3;
  const data = new Uint8Array(all.length * size);
  for (const [index, frame] of all.entries()) data.set(frame, index * size);
  return {
    'video.pixels': { shape: [all.length, video.size, video.size, 3], data },
    'video.counts': { shape: [samples.length], data: counts },
    ...(video.source &&
      sourceTensors(
        'video',
        samples.flatMap(({ video: frames = [], videoSources }) =>
          frames.map((_, index) => videoSources?.[index]),
        ),
      )),
  };
}
