import { failure } from '../diagnostics/failure.ts';
import type { Modality } from '../model/design.ts';
import type { JsonObject } from '../plan/digest.ts';
import type { PretrainParams } from '../plan/params.ts';
import type { Samples } from './samples.ts';

/** The modality that is learned from: the one that was named, or what the architecture reads and the samples have. */
export function modalityOf({ modality, encoder }: PretrainParams, { dataset }: Samples): Modality {
  if (modality !== undefined) return modality;
  if (encoder.architecture === 'ast') return 'audio';
  return dataset.modalities.video && !dataset.modalities.image ? 'video' : 'image';
}

/** The encoder in the words of Hugging Face's configuration of its architecture. */
export function configOf({ encoder }: PretrainParams, samples: Samples, modality: Modality): JsonObject {
  const about = samples.dataset.modalities[modality];
  if (about === undefined) {
    throw failure('LAC4202', { dataset: samples.dataset.name, modality, operation: 'pretrain' });
  }
  const sizes = {
    hidden_size: encoder.width,
    intermediate_size: encoder.mlp,
    num_hidden_layers: encoder.layers,
    num_attention_heads: encoder.heads,
    patch_size: encoder.patch,
  };
  if ('bins' in about) return spectrogramConfig(sizes, about, encoder.stride ?? encoder.patch);
  if (!('size' in about)) throw failure('LAC9001', { what: `pretrain was let to learn from ${modality}` });
  return pictureConfig(sizes, about.size, samples.dataset.name, encoder.patch);
}

/** `ASTConfig`. */
function spectrogramConfig(
  sizes: JsonObject,
  { frames, bins }: { readonly frames: number; readonly bins: number },
  stride: number,
): JsonObject {
  return {
    architectures: ['ASTModel'],
    model_type: 'audio-spectrogram-transformer',
    ...sizes,
    frequency_stride: stride,
    time_stride: stride,
    max_length: frames,
    num_mel_bins: bins,
    hidden_act: 'gelu',
    layer_norm_eps: 1e-12,
    qkv_bias: true,
  };
}

/** `CLIPVisionConfig`. */
function pictureConfig(sizes: JsonObject, size: number, dataset: string, patch: number): JsonObject {
  if (size % patch !== 0) throw failure('LAC4207', { dataset, width: size, height: size, patch });
  return {
    architectures: ['CLIPVisionModel'],
    model_type: 'clip_vision_model',
    ...sizes,
    image_size: size,
    num_channels: 3,
    hidden_act: 'quick_gelu',
    layer_norm_eps: 1e-5,
    attention_dropout: 0,
  };
}
