import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, failure } from '../../diagnostics/failure.ts';
import type { Digest, JsonObject } from '../../plan/digest.ts';
import { cacheRoot } from '../../setup/cache-root.mjs';
import { withLease } from '../../setup/lease.mjs';
import { replaceFile } from '../../tensor/safetensors.ts';
import { initialWeightsFile } from '../../tensor/weight-files.ts';
import type { PresetSource } from './weight-source.ts';

const full = { hidden_size: 768, intermediate_size: 3072, num_hidden_layers: 12, num_attention_heads: 12 };
const tiny = { hidden_size: 32, intermediate_size: 64, num_hidden_layers: 2, num_attention_heads: 4 };
const clip = {
  architectures: ['CLIPVisionModel'],
  model_type: 'clip_vision_model',
  num_channels: 3,
  hidden_act: 'quick_gelu',
  layer_norm_eps: 1e-5,
};
const bert = {
  architectures: ['BertModel'],
  model_type: 'bert',
  vocab_size: 30522,
  max_position_embeddings: 512,
  type_vocab_size: 2,
  hidden_act: 'gelu',
  layer_norm_eps: 1e-12,
};
const ast = {
  architectures: ['ASTModel'],
  model_type: 'audio-spectrogram-transformer',
  num_mel_bins: 128,
  patch_size: 16,
  frequency_stride: 10,
  time_stride: 10,
  qkv_bias: true,
  hidden_act: 'gelu',
  layer_norm_eps: 1e-12,
};

/** Configurations by name, in the terms of transformers: CLIP ViT-B/16, BERT base, AST, and 2 layers of width 32. */
export const presets: { readonly [name: string]: JsonObject } = {
  'clip-vit-b16': { ...clip, ...full, image_size: 224, patch_size: 16 },
  'bert-base': { ...bert, ...full },
  'ast-base': { ...ast, ...full, max_length: 1024 },
  'clip-vit-tiny': { ...clip, ...tiny, image_size: 32, patch_size: 8 },
  'bert-tiny': { ...bert, ...tiny },
  'ast-tiny': { ...ast, ...tiny, max_length: 64 },
};

/** Raised by hand when the same preset and seed come to mean other weights: they are drawn, so no digest can tell. */
const drawVersion = 1;

/** The two files of a preset's folder: a configuration, and the seed in place of weights. */
function filesOf({ name, seed }: PresetSource): readonly (readonly [string, string])[] {
  const config = Object.hasOwn(presets, name) ? presets[name] : undefined;
  if (config === undefined)
    throw failure('LAC3220', { preset: name, known: Object.keys(presets).join(', ') });
  return [
    ['config.json', `${JSON.stringify(config, undefined, 2)}\n`],
    [initialWeightsFile, `${JSON.stringify({ seed })}\n`],
  ];
}

/** Digest of what decides a preset's weights: its configuration and seed. */
export function digestOfPreset(source: PresetSource): Digest {
  const record = JSON.stringify([drawVersion, filesOf(source)]);
  return `sha256-${createHash('sha256').update(record).digest('hex')}` as Digest;
}

/** A folder that an encoder can be loaded from, in the cache; its weights are drawn when it is loaded. */
export async function presetFolder(source: PresetSource): Promise<string> {
  const name = `${source.name}-${source.seed}-${digestOfPreset(source).slice(-12)}`;
  const folder = join(cacheRoot(), 'presets', name);
  try {
    await mkdir(folder, { recursive: true });
    await withLease({ folder: join(cacheRoot(), 'leases'), name: `preset-${name}` }, async () => {
      for (const [file, text] of filesOf(source)) await keep(join(folder, file), text);
    });
  } catch (cause) {
    throw cause instanceof Failure
      ? cause
      : failure('LAC3218', { folder, reason: (cause as Error).message }, cause);
  }
  return folder;
}

async function keep(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return;
  await replaceFile(file, async (handle) => {
    await handle.writeFile(text);
  });
}
