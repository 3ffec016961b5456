import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stream } from '../../random/stream.ts';
import type { TensorValue } from '../../tensor/element-type.ts';
import { type TensorValues, writeTensors } from '../../tensor/safetensors.ts';

/** One tower of a trained model: which projections [out, in] its adapters sit on, and its token width. */
export interface TowerOfModel {
  readonly architecture: 'clip-vit' | 'bert' | 'ast';
  readonly dim: number;
  readonly projections: readonly string[];
}

/** Rank and alpha differ, so that a scale of 1 or alpha would be noticed. */
export const lora = { rank: 2, alpha: 3, dropout: 0.1 } as const;
const classes = 5;

/** The attention projections of one block, as the checkpoints of each architecture name them. */
export function projectionsOf(architecture: TowerOfModel['architecture'], layers: number): readonly string[] {
  const names = {
    'clip-vit': ['q_proj', 'k_proj', 'v_proj', 'out_proj'].map((name) => `self_attn.${name}`),
    bert: ['self.query', 'self.key', 'self.value', 'output.dense'].map((name) => `attention.${name}`),
    ast: ['attention.query', 'attention.key', 'attention.value', 'output.dense'].map(
      (name) => `attention.${name}`,
    ),
  }[architecture];
  const block = architecture === 'clip-vit' ? 'encoder.layers' : 'encoder.layer';
  return Array.from({ length: layers }, (_, layer) =>
    names.map((name) => `${block}.${layer}.${name}`),
  ).flat();
}

/** Values that are neither small nor equal. */
export function randomTensor(name: string, shape: readonly number[]): TensorValue {
  const { normal } = stream(3, `test ${name}`);
  const length = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length }, () => 0.2 * normal()) };
}

/** The learned tensors of a `u2a` model with these towers. */
export function learnedTensors(towers: { readonly [modality: string]: TowerOfModel }): TensorValues {
  const shapes = Object.entries(towers).flatMap(([modality, { dim, projections }]) => [
    [`${modality}.mask_token`, [1, 1, dim]] as const,
    ...projections.flatMap((projection) => [
      [`${modality}.lora.${projection}.A`, [lora.rank, dim]] as const,
      [`${modality}.lora.${projection}.B`, [dim, lora.rank]] as const,
    ]),
  ]);
  const dim = Object.values(towers)[0]?.dim ?? 0;
  const all = [...shapes, ['head.weight', [classes, dim]] as const, ['head.bias', [classes]] as const];
  return Object.fromEntries(all.map(([name, shape]) => [name, randomTensor(name, shape)]));
}

/** Writes a folder as `train` does, as far as an export reads it. */
export async function writeTrainedModel(
  folder: string,
  towers: { readonly [modality: string]: TowerOfModel },
  tensors: TensorValues,
  options: { readonly rank: number; readonly alpha: number; readonly dropout: number } = lora,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const description = { version: 2, method: 'u2a', encoders: towers, lora: options };
  await writeFile(join(folder, 'model.json'), JSON.stringify(description));
  await writeFile(join(folder, 'log.ndjson'), '{"step":0}\n');
  await writeTensors(join(folder, 'model.safetensors'), tensors);
}
