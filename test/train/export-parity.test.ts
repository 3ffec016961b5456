import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tensor } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tf } from '../../model/backend.ts';
import { type EncoderInput, learnsNothing } from '../../model/encoder.ts';
import { loadEncoder } from '../../model/load-encoder.ts';
import { readTensors, type TensorValues } from '../../tensor/safetensors.ts';
import { exportModel } from '../../train/export-model.ts';
import { type TempFolder, tempFolder } from '../rig/cli.ts';
import { writeTrainedModel } from './trained-model.ts';

/*
 * A merged export, read back as an encoder, must compute what PyTorch computed with the adapters beside the weights.
 */

const vectors = fileURLToPath(new URL('../vectors/encoders/', import.meta.url));
let folder: TempFolder;

beforeEach(async () => {
  folder = await tempFolder();
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

const cases = [
  { modality: 'image', architecture: 'clip-vit', name: 'clip', prefix: 'vision_model.' },
  { modality: 'text', architecture: 'bert', name: 'bert', prefix: '' },
  { modality: 'audio', architecture: 'ast', name: 'ast', prefix: '' },
] as const;

/** The adapters of the vectors under the names of a trained model's tensors. */
function learnedOf(adapted: TensorValues, { modality, name, prefix }: (typeof cases)[number]): TensorValues {
  const start = `${name}.${prefix}encoder.`;
  const entries = Object.entries(adapted).flatMap(([key, value]) =>
    key.startsWith(start) ? [[`${modality}.lora.encoder.${key.slice(start.length)}`, value] as const] : [],
  );
  return Object.fromEntries(entries);
}

function inputOf({ name }: (typeof cases)[number], plain: TensorValues): EncoderInput {
  const tensor = <T extends Tensor>(field: string, type: 'float32' | 'int32'): T => {
    const { data, shape } = plain[`${name}.${field}`] ?? { data: [], shape: [] };
    return tf.tensor(data, [...shape], type) as T;
  };
  if (name === 'bert')
    return {
      kind: 'text',
      ids: tensor('input_ids', 'int32'),
      attentionMask: tensor('attention_mask', 'int32'),
    };
  if (name === 'ast') return { kind: 'audio', spectrogram: tensor('input_values', 'float32') };
  return { kind: 'image', pixels: tf.transpose(tensor('pixel_values', 'float32'), [0, 2, 3, 1]) };
}

test.each(cases)('a merged $architecture computes what its adapters did', async (one) => {
  const adapted = await readTensors(join(vectors, 'adapted.safetensors'));
  const learned = learnedOf(adapted, one);
  const model = join(folder.path, 'model');
  const target = join(folder.path, 'exported');
  const directory = join(vectors, `${one.name}-tiny`);
  const towers = { [one.modality]: { architecture: one.architecture, dim: 64, projections: [] } };
  // The vectors have rank 1 and alpha 1.
  await writeTrainedModel(model, towers, learned, { rank: 1, alpha: 1, dropout: 0 });
  const encoders = { [one.modality]: { directory, source: `./${one.name}`, digest: 'none' } };
  await exportModel({ form: 'merged', model, encoders, target });
  const plain = await readTensors(join(vectors, 'plain.safetensors'));
  const { encoder, weights } = await loadEncoder(join(target, one.modality), one.architecture);
  const difference = tf.tidy(() => {
    const { data, shape } = adapted[`${one.name}.mask_token`] ?? { data: [], shape: [] };
    const { classToken, maskTokens } = encoder.encode(weights, inputOf(one, plain), {
      training: false,
      seed: [0, 0],
      frozenDropout: 0,
      learns: learnsNothing,
      visibility: 'full',
      maskTokens: tf.tensor3d(data as Float32Array, shape as [number, number, number]),
    });
    const far = (computed: Tensor | undefined, wanted: string): number => {
      const expected = tf.tensor(adapted[`${one.name}.${wanted}`]?.data ?? [], computed?.shape);
      return tf.max(tf.abs(tf.sub(computed as Tensor, expected))).dataSync()[0] ?? Number.NaN;
    };
    return [far(classToken, 'cls_out'), far(maskTokens[0], 'mt_out')];
  });
  tf.dispose(weights as Record<string, Tensor>);
  expect(Object.keys(learned).length).toBeGreaterThan(20);
  for (const one of difference) expect(one).toBeLessThan(1e-4);
});
