import { readFileSync } from 'node:fs';
import type { Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D, Tensor5D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { Modality } from '../../model/design.ts';
import type { Encoder, EncoderInput } from '../../model/encoder.ts';
import { loadEncoder } from '../../model/load-encoder.ts';
import type { Optimizer } from '../../schemas/generated/resolved.ts';
import type { TensorValue } from '../../tensor/element-type.ts';
import { readTensors, type TensorValues } from '../../tensor/safetensors.ts';
import { AdamW, type Parameters } from '../../train/adamw.ts';
import { type Batch, batchLosses } from '../../train/batch-losses.ts';
import { differentiate } from '../../train/differentiate.ts';
import { planRows } from '../../train/modality-dropout.ts';
import { toTensors } from '../../train/model-file.ts';
import { learningRate } from '../../train/schedule.ts';
import type { Model } from '../../train/towers.ts';
import { defaults, design } from '../model/designs.ts';

/*
 * Sixteen steps of U2A in PyTorch, without dropout: the place to find a sign, a scale or an order that is wrong.
 * The test runs the very functions that operation `train` runs.
 */
interface Trace {
  readonly classes: number;
  readonly steps: number;
  readonly stepsPerEpoch: number;
  readonly warmupEpochs: number;
  readonly lr: number;
  readonly power: number;
  readonly weightDecay: number;
  readonly eps: number;
  readonly betas: [number, number];
  readonly lambda: number;
  readonly log: readonly {
    readonly step: number;
    readonly lr: number;
    readonly dropped: number | null;
    readonly task: number;
    readonly align: number;
    readonly total: number;
    readonly gradNorm: number;
  }[];
}

const vectors = new URL('../vectors/', import.meta.url);
const lora = { ...defaults.lora, dropout: 0 };

/** A tower of a reference run: the folder of its encoder and the prefix of its tensors in the trace. */
interface TracedTower {
  readonly modality: Modality;
  readonly folder: string;
  readonly architecture: Encoder['architecture'];
  /** Of the projections, and of the mask token. */
  readonly prefixes: readonly [string, string];
}

const clip = {
  folder: 'clip-tiny',
  architecture: 'clip-vit',
  prefixes: ['clip.vision_model.', 'clip.'],
} as const;
const picture: TracedTower = { modality: 'image', ...clip };
const video: TracedTower = { modality: 'video', ...clip };
const words: TracedTower = {
  modality: 'text',
  folder: 'bert-tiny',
  architecture: 'bert',
  prefixes: ['bert.', 'bert.'],
};
const sound: TracedTower = {
  modality: 'audio',
  folder: 'ast-tiny',
  architecture: 'ast',
  prefixes: ['ast.', 'ast.'],
};

function relativeError(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-6);
}

/** Parameters under the names of the model room: `clip.vision_model.X.A` is `image.lora.X.A`. */
function renamed(values: TensorValues, prefix: string, towers: readonly TracedTower[]): TensorValues {
  const entries = Object.entries(values).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(
    entries.map(([name, value]) => [rename(name.slice(prefix.length), towers), value]),
  );
}

function rename(name: string, towers: readonly TracedTower[]): string {
  for (const { modality, prefixes } of towers) {
    const [projections, tokens] = prefixes;
    if (name === `${tokens}mask_token`) return `${modality}.mask_token`;
    if (name.startsWith(projections)) return `${modality}.lora.${name.slice(projections.length)}`;
  }
  return name;
}

function own(values: TensorValues, name: string): TensorValue {
  const value = values[name];
  if (value === undefined) throw new Error(`the trace lacks ${name}`);
  return value;
}

function tensorOf<T extends Tensor>({ shape, data }: TensorValue): T {
  return tf.tensor(data, [...shape], data instanceof Int32Array ? 'int32' : 'float32') as T;
}

function inputOf(values: TensorValues, step: number, modality: Modality): EncoderInput {
  const take = <T extends Tensor>(name: string) => tensorOf<T>(own(values, `step${step}.${name}`));
  switch (modality) {
    case 'image':
      return { kind: 'image', pixels: tf.transpose(take<Tensor4D>('pixel_values'), [0, 2, 3, 1]) };
    case 'text':
      return {
        kind: 'text',
        ids: take<Tensor2D>('input_ids'),
        attentionMask: take<Tensor2D>('attention_mask'),
      };
    case 'audio':
      return { kind: 'audio', spectrogram: take<Tensor3D>('input_values') };
    case 'video': {
      const frames = take<Tensor5D>('frames'); // [batch, frames, 3, height, width]
      const [, count, , height, width] = frames.shape;
      const pixels = tf.reshape(tf.transpose(frames, [0, 1, 3, 4, 2]), [-1, height, width, 3]) as Tensor4D;
      return { kind: 'image', pixels, framesPerSequence: count };
    }
  }
}

function batchOf(values: TensorValues, step: number, { design }: Model): Batch {
  return {
    inputs: design.towers.map(({ modality }) => inputOf(values, step, modality)),
    labels: tensorOf<Tensor1D | Tensor2D>(own(values, `step${step}.labels`)),
  };
}

/** `step.available` is [batch, 2], modalities in the order of the towers. */
function availabilityOf(values: TensorValues, step: number): number[][] {
  const flags = [...own(values, `step${step}.available`).data];
  return [0, 1].map((tower) => flags.filter((_, index) => index % 2 === tower));
}

async function loadModel(traced: readonly TracedTower[], classes: number): Promise<Model> {
  const loaded = [];
  for (const { modality, folder, architecture } of traced) {
    const directory = new URL(`encoders/${folder}`, vectors).pathname;
    loaded.push({ modality, ...(await loadEncoder(directory, architecture)) });
  }
  return {
    design: design('u2a', loaded, classes, { lora }),
    weights: loaded.map(({ weights }) => weights),
  };
}

function runStep(trace: Trace, model: Model, values: TensorValues, adamw: AdamW, step: number) {
  const dropped = trace.log[step]?.dropped ?? undefined;
  const available = availabilityOf(values, step);
  const plan = planRows(available, new Array(available[0]?.length ?? 0).fill(dropped), 'select');
  const objective = { lambda: trace.lambda, alignTarget: 'grad' } as const;
  const { values: losses, gradients } = tf.tidy(() =>
    differentiate(adamw.parameters, (learnable) =>
      batchLosses(model, objective, learnable, batchOf(values, step, model), plan),
    ),
  );
  const extent = { stepsPerEpoch: trace.stepsPerEpoch, epochs: trace.steps / trace.stepsPerEpoch };
  const schedule = {
    name: 'polynomial',
    power: trace.power,
    warmupEpochs: trace.warmupEpochs,
    warmupFactor: 0.1,
    warmupMode: 'constant',
    origin: 'warmup-end',
  } as const;
  const gradNorm = adamw.step(gradients, learningRate(schedule, trace.lr, extent, step));
  tf.dispose(gradients as Record<string, Tensor>);
  return {
    task: losses['task'] ?? Number.NaN,
    align: losses['align'] ?? Number.NaN,
    total: losses.loss,
    gradNorm,
  };
}

/** Norm of the difference over the norm of the reference. */
function distance(found: Parameters, expected: TensorValues): Record<string, number> {
  return Object.fromEntries(
    Object.entries(expected).map(([name, { data }]) => {
      const values = found[name]?.dataSync() ?? new Float32Array();
      const squares = [...data].reduce(
        (sum, value, index) => sum + (value - (values[index] ?? Number.NaN)) ** 2,
        0,
      );
      return [name, Math.sqrt(squares / [...data].reduce((sum, value) => sum + value ** 2, 0))];
    }),
  );
}

describe.each([
  ['image-text', [picture, words]],
  ['image-text-multilabel', [picture, words]],
  ['audio-video', [sound, video]],
] as const)('the reference run %s', (name, towers) => {
  it('is followed step by step to the same parameters', async () => {
    const trace: Trace = JSON.parse(readFileSync(new URL(`training/${name}.json`, vectors), 'utf8'));
    const values = await readTensors(new URL(`training/${name}.safetensors`, vectors).pathname);
    const { lr, eps, weightDecay, betas } = trace;
    const optimizer: Optimizer = { name: 'adamw', lr, eps, weightDecay, betas };
    const adamw = new AdamW(toTensors(renamed(values, 'init.', towers)), optimizer);
    const model = await loadModel(towers, trace.classes);
    for (const expected of trace.log) {
      const found = runStep(trace, model, values, adamw, expected.step);
      for (const term of ['task', 'align', 'total'] as const) {
        expect(relativeError(found[term], expected[term]), `${term} at step ${expected.step}`).toBeLessThan(
          1e-4,
        );
      }
      expect(relativeError(found.gradNorm, expected.gradNorm), `norm at step ${expected.step}`).toBeLessThan(
        1e-3,
      );
    }
    const final = renamed(values, 'final.', towers);
    expect(Object.keys(adamw.parameters).sort()).toEqual(Object.keys(final).sort());
    for (const [parameter, error] of Object.entries(distance(adamw.parameters, final))) {
      expect(error, parameter).toBeLessThan(1e-3);
    }
  });
});
