import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import { libraryVersion, tf } from '../model/backend.ts';
import type { Design, Tower } from '../model/design.ts';
import type { EncoderInput } from '../model/encoder.ts';
import { loadEncoder } from '../model/load-encoder.ts';
import { traitsOf } from '../model/methods.ts';
import { countParameters } from '../model/parameters.ts';
import { Partner } from '../model/partner.ts';
import type { SeedPair } from '../random/seed.ts';
import { stream } from '../random/stream.ts';
import { readTensors, type TensorValues } from '../tensor/safetensors.ts';
import { AdamW } from '../train/adamw.ts';
import { type Batch, batchLosses } from '../train/batch-losses.ts';
import { differentiate } from '../train/differentiate.ts';
import type { RowPlan } from '../train/modality-dropout.ts';
import { toTensors } from '../train/model-file.ts';
import type { Model } from '../train/towers.ts';
import type { Case, Tower as TowerOfCase } from './cases.ts';

/*
 * One case of the training benchmark in Lacuna, with the functions of operation `train`. Reads weights and first
 * values that the other side left in the folder, then answers lines on stdin as pytorch-step.py does.
 */

type Values = { readonly [modality: string]: TensorValues };

/** A step's tensors by modality, and the labels. */
async function readStep(folder: string, index: number): Promise<{ values: Values; labels: Int32Array }> {
  const { labels, ...tensors } = await readTensors(join(folder, `step-${index}.safetensors`));
  const values: { [modality: string]: TensorValues } = {};
  for (const [name, value] of Object.entries(tensors)) {
    const [modality = '', field = ''] = name.split('.');
    values[modality] = { ...values[modality], [field]: value };
  }
  return { values, labels: Int32Array.from(labels?.data ?? []) };
}

/** [rows, 3, size, size] -> [rows, size, size, 3], as pictures come out of a dataset here. */
function channelsLast(pixels: Float32Array, size: number): Float32Array {
  const plane = size * size;
  const changed = new Float32Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) {
    const [row, rest] = [Math.floor(at / (3 * plane)), at % (3 * plane)];
    changed[(row * plane + (rest % plane)) * 3 + Math.floor(rest / plane)] = pixels[at] ?? 0;
  }
  return changed;
}

/** Makes the arrays of an input, and a function that makes its tensors. */
function inputOf({ architecture, frames }: TowerOfCase, values: TensorValues): () => EncoderInput {
  if (architecture === 'bert') return textOf(values);
  if (architecture === 'ast') {
    const { shape, data } = required(values, 'spectrogram');
    const sides = shape as [number, number, number];
    return () => ({ kind: 'audio', spectrogram: tf.tensor3d(data as Float32Array, sides) });
  }
  const { shape, data } = required(values, 'pixels');
  const [rows = 0, , size = 0] = shape;
  const pixels = channelsLast(data as Float32Array, size);
  return () => ({
    kind: 'image',
    pixels: tf.tensor4d(pixels, [rows, size, size, 3]),
    framesPerSequence: frames,
  });
}

/** Padded to the longest text of the batch, as `Samples` does. */
function textOf(values: TensorValues): () => EncoderInput {
  const [ids, mask] = [required(values, 'ids'), required(values, 'mask')];
  const [rows = 0, limit = 0] = ids.shape;
  const columns = Array.from({ length: limit }, (_, column) => column);
  const longest = columns.filter((column) =>
    Array.from({ length: rows }, (_, row) => mask.data[row * limit + column]).includes(1),
  ).length;
  const cut = (from: ArrayLike<number>): Int32Array =>
    Int32Array.from({ length: rows * longest }, (_, at) => {
      return from[Math.floor(at / longest) * limit + (at % longest)] ?? 0;
    });
  const [shortIds, shortMask] = [cut(ids.data), cut(mask.data)];
  const shape: [number, number] = [rows, longest];
  return () => ({
    kind: 'text',
    ids: tf.tensor2d(shortIds, shape, 'int32'),
    attentionMask: tf.tensor2d(shortMask, shape, 'int32'),
  });
}

function required(values: TensorValues, name: string) {
  const value = values[name];
  if (value === undefined) throw new Error(`a step lacks "${name}"`);
  return value;
}

async function loadModel(folder: string, { towers, lora, classes, batch }: Case): Promise<Model> {
  const loaded = await Promise.all(
    towers.map(async ({ modality, architecture }) => {
      const { encoder, weights } = await loadEncoder(join(folder, modality), architecture);
      return { tower: { modality, encoder } satisfies Tower, weights };
    }),
  );
  const design: Design = {
    traits: traitsOf('u2a'),
    towers: loaded.map(({ tower }) => tower),
    classes,
    lora: { ...lora, targets: ['query', 'key', 'value', 'output'] },
    fusion: 'sum',
    maskToken: { mode: 'pairwise', visibility: 'full' },
    prompts: { length: 0, layers: 0, orthogonality: 0 },
    video: { fuse: 'mean' },
    missingInput: { compute: 'skip', placeholder: 'zeros' },
    trainable: { extra: [] },
  };
  const sizes = loaded.map(({ tower: { encoder } }) => ({
    batch,
    tokens: encoder.longest,
    dim: encoder.dim,
  }));
  const partner = await Partner.start(sizes);
  return { design, weights: loaded.map(({ weights }) => weights), ...(partner && { partner }) };
}

/** Dropout mode `select`: every encoder runs on every row. */
function planOf({ towers, batch }: Case, values: Values): RowPlan {
  return {
    selected: towers.map(({ modality }) => [...required(values[modality] ?? {}, 'selected').data]),
    encoded: towers.map(() => new Array<number>(batch).fill(1)),
  };
}

function dropoutSeed(seed: number, modality: string, index: number): SeedPair {
  const draws = stream(seed, `bench.dropout.${modality}`, index);
  return [draws.integer(2 ** 32) | 0, draws.integer(2 ** 32) | 0];
}

interface Contents {
  /** Makes the tensors, inside the measured time as in a training. */
  readonly makeBatch: () => Batch;
  readonly plan: RowPlan;
}

async function readContents(folder: string, one: Case, index: number): Promise<Contents> {
  const { values, labels } = await readStep(folder, index);
  const inputs = one.towers.map((tower) => inputOf(tower, values[tower.modality] ?? {}));
  const makeBatch = () => ({
    inputs: inputs.map((make) => make()),
    labels: tf.tensor1d(labels, 'int32') as Tensor1D,
  });
  return { makeBatch, plan: planOf(one, values) };
}

/** Loss, gradients and update; gives the time of all but reading the file. */
async function step(folder: string, one: Case, model: Model, adamw: AdamW, index: number) {
  const { makeBatch, plan } = await readContents(folder, one, index);
  const seeds = one.towers.map(({ modality }) => dropoutSeed(one.seed, modality, index));
  const pass = { frozenDropout: one.frozenDropout, seeds };
  const started = performance.now();
  const { values, gradients } = tf.tidy(() => {
    const batch = makeBatch();
    return differentiate(adamw.parameters, (current) =>
      batchLosses(model, objectiveOf(one), current, batch, plan, pass),
    );
  });
  adamw.step(gradients, one.optimizer.lr);
  tf.dispose(gradients as Record<string, Tensor>);
  return { ms: performance.now() - started, loss: values.loss, peakRssMiB: peakMemory() };
}

/** The loss of step 0 without dropout. */
async function check(folder: string, one: Case, model: Model, adamw: AdamW) {
  const { makeBatch, plan } = await readContents(folder, one, 0);
  const [loss] = tf.tidy(() =>
    batchLosses(model, objectiveOf(one), adamw.parameters, makeBatch(), plan).loss.dataSync(),
  );
  return { loss };
}

function objectiveOf({ lambda }: Case) {
  return { lambda, alignTarget: 'grad' } as const;
}

/** Most memory that the process has had so far, in MiB. */
function peakMemory(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

const say = (values: object): void => void process.stdout.write(`${JSON.stringify(values)}\n`);

async function main(): Promise<void> {
  const [folder = '.'] = process.argv.slice(2);
  const one = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as Case;
  const model = await loadModel(folder, one);
  const { lr, weightDecay } = one.optimizer;
  const initial = toTensors(await readTensors(join(folder, 'initial.safetensors')));
  const adamw = new AdamW(initial, { name: 'adamw', lr, weightDecay, betas: [0.9, 0.999], eps: 1e-8 });
  const { learnable } = countParameters(model.design);
  const { tensorflow } = libraryVersion();
  say({ learnable, version: `Lacuna on TensorFlow ${tensorflow}`, peakRssMiB: peakMemory() });
  for await (const line of createInterface({ input: process.stdin })) {
    const isCheck = line === 'check';
    say(await (isCheck ? check(folder, one, model, adamw) : step(folder, one, model, adamw, Number(line))));
  }
  await model.partner?.close();
}

await main();
