import { join } from 'node:path';
import { tf } from '../model/backend.ts';
import type { Modality } from '../model/design.ts';
import { encoderOf, initialise, writeEncoder } from '../model/load-encoder.ts';
import type { Method } from '../model/methods.ts';
import { countParameters, createLearnable } from '../model/parameters.ts';
import type { EncoderParams } from '../plan/params.ts';
import { stream } from '../random/stream.ts';
import { storeDataset } from '../test/data/store-dataset.ts';
import { defaults } from '../test/model/designs.ts';
import { describeTowers, designOf, designOptionsOf, toTensors, writeModel } from '../train/model-file.ts';

/** The data's modalities, all of them read by the models. */
export const modalities: readonly Modality[] = ['image', 'text', 'audio'];

/** The size of the text encoder of `pipelines/twin`, for all of them. */
export const size = {
  hidden_size: 384,
  num_hidden_layers: 6,
  num_attention_heads: 6,
  intermediate_size: 1536,
};
const [side, longestText, frames, bins] = [64, 24, 64, 32];

const configs = {
  image: { model_type: 'clip_vision_model', ...size, image_size: side, patch_size: 8 },
  text: { model_type: 'bert', ...size, vocab_size: 300, max_position_embeddings: 48 },
  audio: {
    model_type: 'audio-spectrogram-transformer',
    ...size,
    max_length: frames,
    num_mel_bins: bins,
    patch_size: 16,
    frequency_stride: 10,
    time_stride: 10,
  },
} as const;

export const encoders = {
  image: { architecture: 'clip-vit', outputNorm: 'post', classToken: 'first' },
  text: { architecture: 'bert', outputNorm: 'post', classToken: 'first' },
  audio: { architecture: 'ast', outputNorm: 'post', classToken: 'first' },
} as const satisfies EncoderParams;

const classes = Array.from({ length: 10 }, (_, index) => `class ${index}`);

/** Random pictures, texts and sounds, all of them there. */
export async function writeSamples(folder: string, rows: number): Promise<void> {
  const samples = Array.from({ length: rows }, (_, row) => ({
    id: `s${row}`,
    label: row % classes.length,
    split: 'test' as const,
  }));
  const contents = samples.map((_, row) => {
    const draws = stream(0, 'bench grid', row);
    const byte = () => draws.integer(256);
    const words = Array.from({ length: longestText - 2 }, () => 4 + draws.integer(290));
    return {
      image: Uint8Array.from({ length: side * side * 3 }, byte),
      text: [1, ...words, 2],
      audio: Float32Array.from({ length: frames * bins }, () => draws.uniform()),
    };
  });
  const described = {
    name: 'bench',
    classes,
    modalities: {
      image: {
        size: side,
        mean: [0.5, 0.5, 0.5],
        std: [0.25, 0.25, 0.25],
        resize: 'shorter',
        filter: 'bicubic',
      },
      text: { maxLength: longestText },
      audio: { frames, bins, padding: 0 },
    },
    samples,
  } as const;
  await storeDataset(folder, described, contents);
}

/** Writes an encoder with random weights into a folder of `root` for each modality; gives the folders by role. */
export async function writeEncoders(root: string): Promise<Record<string, string>> {
  const folders: [string, string][] = [];
  for (const [modality, use] of Object.entries(encoders)) {
    const config = configs[modality as keyof typeof configs];
    const encoder = encoderOf(use.architecture, config);
    const weights = initialise(encoder, 0);
    const folder = join(root, modality);
    await writeEncoder(folder, config, encoder, weights);
    tf.dispose(weights as Record<string, never>);
    folders.push([`encoder.${modality}`, folder]);
  }
  return Object.fromEntries(folders);
}

/** A checkpoint as training leaves it, with the values that training starts from: only the time matters here. */
export async function writeCheckpoint(folder: string, method: Method, seed: number): Promise<void> {
  const towers = Object.entries(encoders).map(([modality, { architecture, ...reading }]) => {
    const encoder = encoderOf(architecture, configs[modality as keyof typeof configs]);
    return { modality: modality as Modality, encoder, ...reading };
  });
  const prompts = { length: 4, layers: 2, orthogonality: 0.1 };
  const design = designOf({ ...defaults, prompts, method }, towers, classes.length);
  const learnable = toTensors(createLearnable(design, seed));
  const described = { version: 2, method, classes, modalities, encoders: describeTowers(towers) } as const;
  const parameters = countParameters(design);
  await writeModel(folder, { ...described, parameters, ...designOptionsOf(design) }, learnable);
  tf.dispose(learnable as Record<string, never>);
}
