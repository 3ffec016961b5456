import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Encoder } from '../model/encoder.ts';
import type { PerModality } from '../model/fusion.ts';
import type { LoraOptions } from '../model/lora.ts';
import { type Learnable, learnableShapes, type ParameterCounts } from '../model/parameters.ts';
import type { MaskToken, Method, Modality } from '../schemas/generated/resolved.ts';
import { readTensors, type TensorValues, writeTensors } from '../tensor/safetensors.ts';

/** `model.json` of a trained model: with the encoders it was trained on, all that evaluation needs. */
export interface ModelFile {
  readonly version: 1;
  readonly method: Method;
  readonly classes: readonly string[];
  readonly modalities: readonly Modality[];
  readonly encoders: PerModality<{ readonly architecture: Encoder['architecture']; readonly dim: number }>;
  readonly lora: LoraOptions;
  readonly maskToken: MaskToken;
  readonly parameters: ParameterCounts;
}

const descriptionFile = 'model.json';
const tensorsFile = 'model.safetensors';

/** Writes `model.json` and the learnable tensors, `model.safetensors`. */
export async function writeModel(directory: string, model: ModelFile, learnable: Learnable): Promise<void> {
  const values: TensorValues = Object.fromEntries(
    await Promise.all(
      Object.entries(learnable).map(async ([name, tensor]) => {
        return [name, { shape: tensor.shape, data: (await tensor.data()) as Float32Array }] as const;
      }),
    ),
  );
  await writeTensors(join(directory, tensorsFile), values, { format: 'pt' });
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
  if (model?.version !== 1)
    throw failure('LAC4205', { file, why: `its version is ${model?.version}, not 1` });
  const fields = ['method', 'classes', 'modalities', 'encoders', 'lora', 'maskToken'] as const;
  const absent = fields.filter((field) => model[field] === undefined);
  if (absent.length > 0) throw failure('LAC4205', { file, why: `it lacks ${absent.join(', ')}` });
  return model as ModelFile;
}

/** The learnable tensors of a folder, which must be exactly those that the model has on `encoders`. */
export async function readLearnable(
  directory: string,
  model: ModelFile,
  encoders: PerModality<Encoder>,
): Promise<Learnable> {
  const file = join(directory, tensorsFile);
  const { method, lora, classes } = model;
  const shapes = learnableShapes({ encoders, method, lora, classes: classes.length });
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
