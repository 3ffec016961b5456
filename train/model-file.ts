import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Design, DesignOptions, Modality, Tower } from '../model/design.ts';
import type { Encoder } from '../model/encoder.ts';
import { type Method, traitsOf } from '../model/methods.ts';
import { checkpointShapes, type Learnable, type ParameterCounts } from '../model/parameters.ts';
import { readTensors, type TensorValues, writeTensors } from '../tensor/safetensors.ts';

/** An encoder as a model file describes it; its weights are elsewhere, unless they were learned. */
export interface EncoderDescription extends Omit<Tower, 'modality' | 'encoder'> {
  readonly architecture: Encoder['architecture'];
  /** Width of a token. */
  readonly dim: number;
}

/** `model.json` of a trained model: with the encoders it was trained on, all that evaluation and export need. */
export interface ModelFile extends DesignOptions {
  readonly version: 2;
  readonly method: Method;
  readonly classes: readonly string[];
  /** Those that the model reads, in the order of its towers. */
  readonly modalities: readonly Modality[];
  readonly encoders: { readonly [modality in Modality]?: EncoderDescription };
  readonly parameters: ParameterCounts;
}

const descriptionFile = 'model.json';
const tensorsFile = 'model.safetensors';
const optionNames = [
  'lora',
  'fusion',
  'maskToken',
  'prompts',
  'video',
  'missingInput',
  'trainable',
] as const satisfies readonly (keyof DesignOptions)[];

/** The options among others that a design depends on. */
export function designOptionsOf(options: DesignOptions): DesignOptions {
  return Object.fromEntries(optionNames.map((name) => [name, options[name]])) as unknown as DesignOptions;
}

/** The design that options describe, on the towers of its modalities. */
export function designOf(
  options: DesignOptions & { readonly method: Method },
  towers: readonly Tower[],
  classes: number,
): Design {
  return { ...designOptionsOf(options), traits: traitsOf(options.method), towers, classes };
}

/** Encoders by modality, as a model file describes them. */
export function describeTowers(towers: readonly Tower[]): ModelFile['encoders'] {
  const entries = towers.map(({ modality, encoder, ...reading }) => {
    return [modality, { architecture: encoder.architecture, dim: encoder.dim, ...reading }] as const;
  });
  return Object.fromEntries(entries);
}

/** Writes `model.json` and the tensors of a model, `model.safetensors`. */
export async function writeModel(directory: string, model: ModelFile, learnable: Learnable): Promise<void> {
  await writeTensors(join(directory, tensorsFile), await toValues(learnable), { format: 'pt' });
  await writeFile(join(directory, descriptionFile), `${JSON.stringify(model, undefined, 2)}\n`);
}

/** The `model.json` of a folder; a file of another version or form is a failure. */
export async function readModelFile(directory: string): Promise<ModelFile> {
  const file = join(directory, descriptionFile);
  let model: Partial<ModelFile> | null;
  try {
    model = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw failure('LAC4205', { file, why: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
  if (model?.version !== 2)
    throw failure('LAC4205', { file, why: `its version is ${model?.version}, not 2` });
  const fields = ['method', 'classes', 'modalities', 'encoders', ...optionNames] as const;
  const absent = fields.filter((field) => model[field] === undefined);
  if (absent.length > 0) throw failure('LAC4205', { file, why: `it lacks ${absent.join(', ')}` });
  const odd = (['classes', 'modalities'] as const).find((field) => !Array.isArray(model[field]));
  if (odd !== undefined) throw failure('LAC4205', { file, why: `its ${odd} are no list` });
  return model as ModelFile;
}

/** The tensors of a model's folder, which must be exactly those that the design has. */
export async function readLearnable(directory: string, design: Design): Promise<Learnable> {
  const file = join(directory, tensorsFile);
  const shapes = checkpointShapes(design);
  const values = await readTensors(file);
  const wrong = [...new Set([...Object.keys(shapes), ...Object.keys(values)])]
    .filter((name) => String(shapes[name]) !== String(values[name]?.shape))
    .map((name) => `"${name}" is [${values[name]?.shape ?? 'absent'}], not [${shapes[name] ?? 'absent'}]`);
  if (wrong.length > 0) throw failure('LAC4205', { file, why: `on these encoders ${wrong.join('; ')}` });
  return toTensors(values);
}

/** Values as float32 tensors, which are the caller's. */
export function toTensors(values: TensorValues): Learnable {
  return Object.fromEntries(
    Object.entries(values).map(([name, { shape, data }]) => [name, tf.tensor(data, [...shape], 'float32')]),
  );
}

/** The values of tensors, to be written to a file. */
export async function toValues(tensors: Learnable): Promise<TensorValues> {
  const values = Object.entries(tensors).map(async ([name, tensor]) => {
    return [name, { shape: tensor.shape, data: (await tensor.data()) as Float32Array }] as const;
  });
  return Object.fromEntries(await Promise.all(values));
}
