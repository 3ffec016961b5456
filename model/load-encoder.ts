import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { stream } from '../random/stream.ts';
import type { TensorData, TensorValue } from '../tensor/element-type.ts';
import { replaceFile, writeTensors } from '../tensor/safetensors.ts';
import { initialWeightsFile, openWeights, readStored, weightsFile } from '../tensor/weight-files.ts';
import { ast, parseAstConfig } from './ast.ts';
import { bert, parseBertConfig } from './bert.ts';
import { checkpointNames, listMisfits, writtenPrefix } from './checkpoint-names.ts';
import { clipVit, parseClipVitConfig } from './clip-vit.ts';
import { type Fields, isFields } from './config-reader.ts';
import type { Encoder, Weights } from './encoder.ts';
import { sizeOf } from './encoder-shapes.ts';
import { keepShared, sharedArray } from './shared-tensor.ts';

type Architecture = Encoder['architecture'];

/** An encoder and its weights, which stay until `tf.dispose(weights)`. */
export interface LoadedEncoder {
  readonly encoder: Encoder;
  readonly weights: Weights;
  /** The `config.json` as it was read. */
  readonly config: Fields;
}

const configFile = 'config.json';

/** The encoder that a Hugging Face configuration describes; `file` is what messages call it. */
export function encoderOf(architecture: Architecture, config: Fields, file: string = configFile): Encoder {
  const refuse = (problems: readonly string[]) => {
    if (problems.length > 0) throw failure('LAC4121', { file, architecture, reason: problems.join('; ') });
  };
  if (architecture === 'clip-vit') {
    const [size, problems] = parseClipVitConfig(config);
    refuse(problems);
    return clipVit(size);
  }
  if (architecture === 'ast') {
    const [size, problems] = parseAstConfig(config);
    refuse(problems);
    return ast(size);
  }
  const [size, problems] = parseBertConfig(config);
  refuse(problems);
  return bert(size);
}

async function readConfig(file: string): Promise<Fields> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw failure('LAC4120', { file, reason: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
  if (!isFields(parsed)) throw failure('LAC4120', { file, reason: 'it is not a JSON object' });
  return parsed;
}

/** In memory that threads share, so that a second thread computes with the same weights. */
function toTensor({ shape, data }: TensorValue): Tensor {
  const values = sharedArray(data.length);
  values.set(data as Float32Array);
  return keepShared(values, shape);
}

/**
 * Reads a folder with `config.json` and safetensors weights, one file or shards, whose tensor names may carry the
 * prefixes that Hugging Face models add. All tensors that do not fit are reported at once. Weights are float32.
 */
export async function loadEncoder(directory: string, architecture: Architecture): Promise<LoadedEncoder> {
  const config = await readConfig(join(directory, configFile));
  const encoder = encoderOf(architecture, config, join(directory, configFile));
  const seed = await presetSeed(join(directory, initialWeightsFile));
  const weights = seed === undefined ? await readWeights(directory, encoder) : initialise(encoder, seed);
  return { encoder, weights, config };
}

/** The seed of a folder whose weights are drawn instead of read. */
async function presetSeed(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw failure('LAC4120', { file, reason: cause.message }, cause);
  });
  return text === undefined ? undefined : (JSON.parse(text) as { readonly seed: number }).seed;
}

async function readWeights(directory: string, encoder: Encoder): Promise<Weights> {
  const stored = await openWeights(directory);
  const { sources, misfits } = checkpointNames(encoder, stored.tensors);
  if (misfits.length > 0) {
    const problems = listMisfits(misfits);
    throw failure('LAC4122', { file: stored.label, count: misfits.length, problems });
  }
  const values = await readStored(stored, sources.values());
  const weights: [string, Tensor][] = [];
  for (const [name, source] of sources) {
    const value = values[source];
    if (value !== undefined) weights.push([name, toTensor(value)]);
  }
  return Object.fromEntries(weights);
}

/** Standard deviation of initial weights: `initializer_range` of CLIP and BERT alike. */
const initialDeviation = 0.02;

function initialValues(shape: readonly number[], initial: 'normal' | 'zeros' | 'ones', normal: () => number) {
  const values = new Float32Array(sizeOf(shape));
  if (initial === 'ones') values.fill(1);
  if (initial === 'normal') for (const index of values.keys()) values[index] = initialDeviation * normal();
  return values;
}

/**
 * Random weights: linear layers and embeddings from N(0, 0.02^2), biases 0, norms 1. A pure function of names,
 * shapes and seed; the tensors stay until disposed of.
 */
export function initialise(encoder: Encoder, seed: number): Weights {
  const entries = Object.entries(encoder.tensors).map(([name, { shape, initial }]) => {
    const { normal } = stream(seed, `initialise ${name}`);
    return [name, toTensor({ shape, data: initialValues(shape, initial, normal) })] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * Writes a folder that `loadEncoder` and Hugging Face's `CLIPVisionModel`, `BertModel` or `ASTModel` can load. `config` is the
 * encoder's configuration in their terms.
 */
export async function writeEncoder(
  directory: string,
  config: Fields,
  encoder: Encoder,
  weights: Weights,
): Promise<void> {
  await mkdir(directory, { recursive: true }).catch((cause: unknown) => {
    throw failure('LAC4115', { file: directory, reason: String(cause) }, cause);
  });
  const values: [string, TensorValue][] = [];
  for (const [name, tensor] of Object.entries(weights)) {
    const data = (await tensor.data()) as TensorData;
    values.push([writtenPrefix[encoder.architecture] + name, { shape: tensor.shape, data }]);
  }
  await writeTensors(join(directory, weightsFile), Object.fromEntries(values), { format: 'pt' });
  await replaceFile(join(directory, configFile), async (handle) => {
    await handle.writeFile(`${JSON.stringify(config, undefined, 2)}\n`);
  });
}
