import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Encoder } from '../model/encoder.ts';
import type { AdapterMatrices } from '../model/merge-adapter.ts';
import { readTensors, type TensorValues } from '../tensor/safetensors.ts';

/*
 * A trained model as an export reads it: values in arrays and no more of the description than is needed. Nothing
 * here loads TensorFlow, which writes lines to stderr that a command line should not show.
 */

/** What an export needs of a trained model; the tensors are those that were learned. */
export interface ExportedModel {
  readonly method: string;
  readonly encoders: { readonly [modality: string]: { readonly architecture: Encoder['architecture'] } };
  readonly lora: { readonly rank: number; readonly alpha: number; readonly dropout: number };
  readonly tensors: TensorValues;
}

/** What was learned inside one encoder, by the encoder's own names. */
export interface EncoderChanges {
  readonly adapters: { readonly [projection: string]: AdapterMatrices };
  /** Weights that were trained themselves; they replace those of the checkpoint. */
  readonly weights: TensorValues;
}

/** Reads `model.json` and `model.safetensors` of a train step's result. */
export async function readExportedModel(directory: string): Promise<ExportedModel> {
  const file = join(directory, 'model.json');
  const refuse = (why: string, cause?: unknown) => failure('LAC4305', { file, why }, cause);
  let description: Partial<ExportedModel> | null;
  try {
    description = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const fields = ['method', 'encoders', 'lora'] as const;
  const absent = fields.filter((field) => description?.[field] === undefined);
  if (absent.length > 0) throw refuse(`it lacks ${absent.join(', ')}`);
  const { method, encoders, lora } = description as ExportedModel;
  return { method, encoders, lora, tensors: await readTensors(join(directory, 'model.safetensors')) };
}

/** What a model changes inside the encoder of `modality`. */
export function changesOf({ tensors }: ExportedModel, modality: string): EncoderChanges {
  const below = (part: string): [string, TensorValues[string]][] =>
    Object.entries(tensors).flatMap(([name, value]) => {
      const start = `${modality}.${part}.`;
      return name.startsWith(start) ? [[name.slice(start.length), value]] : [];
    });
  const adapters: { [projection: string]: AdapterMatrices } = {};
  for (const [name, A] of below('lora')) {
    if (!name.endsWith('.A')) continue;
    const projection = name.slice(0, -2);
    const B = tensors[`${modality}.lora.${projection}.B`];
    if (B === undefined) throw failure('LAC9001', { what: `adapter "${name}" has no second matrix` });
    adapters[projection] = { A, B };
  }
  return { adapters, weights: Object.fromEntries(below('encoder')) };
}

/** The tensors without adapters, or without anything inside encoders: mask tokens, maps, heads. */
export function restOf({ tensors }: ExportedModel, without: readonly ('lora' | 'encoder')[]): TensorValues {
  const parts = new Set<string>(without);
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => !parts.has(name.split('.')[1] ?? '')));
}
