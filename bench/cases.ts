import { join } from 'node:path';
import { type Stream, stream } from '../random/stream.ts';
import { type TensorValues, writeTensors } from '../tensor/safetensors.ts';

/** One encoder of a case; `config` has the fields of a Hugging Face `config.json`. */
export interface Tower {
  readonly modality: 'image' | 'text' | 'audio' | 'video';
  readonly architecture: 'clip-vit' | 'bert' | 'ast';
  /** Pictures per sample, each a row of its own; the tokens of a sample are their mean. */
  readonly frames: number;
  readonly config: { readonly [field: string]: number };
}

/** A model and its batches; both sides read it from `case.json`. */
export interface Case {
  readonly name: string;
  readonly about: string;
  readonly seed: number;
  readonly batch: number;
  readonly classes: number;
  readonly towers: readonly [Tower, Tower];
  readonly lora: { readonly rank: number; readonly alpha: number; readonly dropout: number };
  readonly lambda: number;
  /** Dropout inside the frozen part of BERT. */
  readonly frozenDropout: number;
  readonly optimizer: { readonly lr: number; readonly weightDecay: number };
  /** Texts are padded to `limit` on the side of PyTorch; `mean` and `deviation` make their lengths vary. */
  readonly text?: { readonly limit: number; readonly mean: number; readonly deviation: number };
}

const vitB = { hidden_size: 768, intermediate_size: 3072, num_hidden_layers: 12, num_attention_heads: 12 };
const tiny = { hidden_size: 64, intermediate_size: 128, num_hidden_layers: 2, num_attention_heads: 4 };
const noDropout = { hidden_dropout_prob: 0, attention_probs_dropout_prob: 0 };
const frozenDropout = 0.1;
const bertDropout = { hidden_dropout_prob: frozenDropout, attention_probs_dropout_prob: frozenDropout };

function clip(modality: 'image' | 'video', isTiny: boolean): Tower {
  const size = isTiny
    ? { ...tiny, image_size: 32, patch_size: 8 }
    : { ...vitB, image_size: 224, patch_size: 16 };
  const frames = modality === 'video' ? 3 : 1;
  return {
    modality,
    architecture: 'clip-vit',
    frames,
    config: { ...size, attention_dropout: 0 },
  };
}

function bert(isTiny: boolean): Tower {
  const size = isTiny
    ? { ...tiny, vocab_size: 300, max_position_embeddings: 48 }
    : { ...vitB, vocab_size: 30522, max_position_embeddings: 512 };
  return {
    modality: 'text',
    architecture: 'bert',
    frames: 1,
    config: { ...size, ...bertDropout },
  };
}

function ast(isTiny: boolean): Tower {
  const stride = { patch_size: 16, frequency_stride: 10, time_stride: 10 };
  const size = isTiny
    ? { ...tiny, max_length: 64, num_mel_bins: 32 }
    : { ...vitB, max_length: 1024, num_mel_bins: 128 };
  const config = { ...size, ...stride, ...noDropout };
  return { modality: 'audio', architecture: 'ast', frames: 1, config };
}

const common = {
  seed: 7,
  lora: { rank: 1, alpha: 1, dropout: 0.1 },
  lambda: 0.2,
  frozenDropout,
  optimizer: { lr: 1e-3, weightDecay: 0.02 },
} as const;

/** The cases by name; tiny ones have the same structure and take a second. */
export function cases(isTiny: boolean): readonly Case[] {
  const imageText = {
    ...common,
    batch: 8,
    classes: 101,
    towers: [clip('image', isTiny), bert(isTiny)],
  } as const;
  return [
    {
      ...imageText,
      name: 'mixed',
      about: 'image and text of about 16 tokens',
      text: { limit: 40, mean: 16, deviation: 6 },
    },
    {
      ...imageText,
      name: 'full',
      about: 'image and text of 40 tokens',
      text: { limit: 40, mean: 40, deviation: 0 },
    },
    {
      ...common,
      name: 'audio-video',
      about: 'spectrogram and 3 frames',
      frozenDropout: 0,
      batch: 2,
      classes: 31,
      towers: [ast(isTiny), clip('video', isTiny)],
    },
  ];
}

const shortestText = 4;
const [classId, separatorId, firstWord] = [101, 102, 103];

/** Writes `step-N.safetensors` for steps 0..steps-1 of a case: fresh random batches, the same for both sides. */
export async function writeBatches(folder: string, one: Case, steps: number): Promise<void> {
  for (let index = 0; index < steps; index += 1)
    await writeTensors(join(folder, `step-${index}.safetensors`), batchOf(one, index));
}

function batchOf(one: Case, index: number): TensorValues {
  const dropped = stream(one.seed, 'bench.drop', index).integer(3);
  const labels = stream(one.seed, 'bench.labels', index);
  const entries = one.towers.flatMap((tower, place) => {
    const values = inputOf(one, tower, stream(one.seed, `bench.${tower.modality}`, index));
    const selected = new Float32Array(one.batch).fill(dropped === place ? 0 : 1);
    return Object.entries({ ...values, selected: { shape: [one.batch], data: selected } }).map(
      ([name, value]) => [`${tower.modality}.${name}`, value] as const,
    );
  });
  const data = Int32Array.from({ length: one.batch }, () => labels.integer(one.classes));
  return { ...Object.fromEntries(entries), labels: { shape: [one.batch], data } };
}

/** pixels [rows, 3, size, size], spectrogram [batch, time, mel], or ids and mask [batch, limit]. */
function inputOf(one: Case, { architecture, config, frames }: Tower, random: Stream): TensorValues {
  if (architecture === 'clip-vit') {
    const size = config['image_size'] ?? 0;
    return { pixels: noise([one.batch * frames, 3, size, size], random) };
  }
  if (architecture === 'ast')
    return {
      spectrogram: noise([one.batch, config['max_length'] ?? 0, config['num_mel_bins'] ?? 0], random),
    };
  return texts(one, config['vocab_size'] ?? 0, random);
}

/** Uniform with mean 0 and deviation 1: cheaper than normal, and nothing here depends on the difference. */
function noise(shape: readonly number[], random: Stream) {
  const width = 2 * Math.sqrt(3);
  const length = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length }, () => width * (random.uniform() - 0.5)) };
}

function texts({ batch, text }: Case, vocabulary: number, random: Stream): TensorValues {
  const { limit, mean, deviation } = text ?? { limit: 0, mean: 0, deviation: 0 };
  const ids = new Int32Array(batch * limit);
  const mask = new Int32Array(batch * limit);
  for (let row = 0; row < batch; row += 1) {
    const drawn = Math.round(mean + deviation * random.normal());
    const length = Math.min(limit, Math.max(shortestText, drawn));
    const words = Array.from(
      { length: length - 2 },
      () => firstWord + random.integer(vocabulary - firstWord),
    );
    ids.set([classId, ...words, separatorId], row * limit);
    mask.fill(1, row * limit, row * limit + length);
  }
  const shape = [batch, limit];
  return { ids: { shape, data: ids }, mask: { shape, data: mask } };
}
