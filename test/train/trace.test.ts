import { readFileSync } from 'node:fs';
import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { type LoadedEncoder, loadEncoder } from '../../model/load-encoder.ts';
import type { LoraOptions } from '../../model/lora.ts';
import type { Modality, Optimizer } from '../../schemas/generated/resolved.ts';
import type { TensorValue } from '../../tensor/element-type.ts';
import { readTensors, type TensorValues } from '../../tensor/safetensors.ts';
import { AdamW, type Parameters } from '../../train/adamw.ts';
import { type Batch, batchLosses } from '../../train/batch-losses.ts';
import { differentiate } from '../../train/differentiate.ts';
import { planRows, type RowMasks } from '../../train/modality-dropout.ts';
import { toTensors } from '../../train/model-file.ts';
import { learningRate } from '../../train/schedule.ts';
import type { TwoTowers } from '../../train/two-towers.ts';

/*
 * Sixteen steps of U2A in PyTorch, without dropout: the place to find a sign, a scale or an order that is wrong.
 * The test runs the very functions that operation `train` runs.
 */
interface Trace {
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
const modalities: readonly Modality[] = ['image', 'text'];
const lora: LoraOptions = { rank: 1, alpha: 1, dropout: 0, targets: ['query', 'key', 'value', 'output'] };

function relativeError(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-6);
}

/** Parameters under the names of the model room: `clip.vision_model.X.A` is `image.lora.X.A`. */
function renamed(values: TensorValues, prefix: string): TensorValues {
  const entries = Object.entries(values).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(entries.map(([name, value]) => [rename(name.slice(prefix.length)), value]));
}

function rename(name: string): string {
  return name
    .replace(/^clip\.vision_model\./, 'image.lora.')
    .replace(/^bert\.encoder\./, 'text.lora.encoder.')
    .replace(/^clip\.mask_token/, 'image.mask_token')
    .replace(/^bert\.mask_token/, 'text.mask_token');
}

function own(values: TensorValues, name: string): TensorValue {
  const value = values[name];
  if (value === undefined) throw new Error(`the trace lacks ${name}`);
  return value;
}

function tensorOf<T extends Tensor>({ shape, data }: TensorValue): T {
  return tf.tensor(data, [...shape], data instanceof Int32Array ? 'int32' : 'float32') as T;
}

function batchOf(values: TensorValues, step: number): Batch {
  const take = <T extends Tensor>(name: string) => tensorOf<T>(own(values, `step${step}.${name}`));
  const pixels = tf.transpose(take<Tensor4D>('pixel_values'), [0, 2, 3, 1]); // [batch, height, width, 3]
  return {
    inputs: {
      image: { kind: 'image', pixels },
      text: {
        kind: 'text',
        ids: take<Tensor2D>('input_ids'),
        attentionMask: take<Tensor2D>('attention_mask'),
      },
    },
    labels: take<Tensor1D | Tensor2D>('labels'),
  };
}

/** `step.available` is [batch, 2]: picture, then text. */
function availabilityOf(values: TensorValues, step: number): RowMasks {
  const flags = [...own(values, `step${step}.available`).data];
  return {
    image: flags.filter((_, index) => index % 2 === 0),
    text: flags.filter((_, index) => index % 2 === 1),
  };
}

async function loadTowers(): Promise<{ image: LoadedEncoder; text: LoadedEncoder }> {
  const folder = (name: string) => new URL(`encoders/${name}`, vectors).pathname;
  return {
    image: await loadEncoder(folder('clip-tiny'), 'clip-vit'),
    text: await loadEncoder(folder('bert-tiny'), 'bert'),
  };
}

function runStep(trace: Trace, model: TwoTowers, values: TensorValues, adamw: AdamW, step: number) {
  const dropped = trace.log[step]?.dropped ?? undefined;
  const available = availabilityOf(values, step);
  const drop = dropped === undefined ? undefined : modalities[dropped];
  const plan = planRows(
    available,
    available.image.map(() => drop),
    'select',
  );
  const objective = { lambda: trace.lambda, alignTarget: 'grad' } as const;
  const { values: losses, gradients } = tf.tidy(() =>
    differentiate(adamw.parameters, (learnable) =>
      batchLosses(model, objective, learnable, batchOf(values, step), plan),
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

describe.each(['image-text', 'image-text-multilabel'])('the reference run %s', (name) => {
  it('is followed step by step to the same parameters', async () => {
    const trace: Trace = JSON.parse(readFileSync(new URL(`training/${name}.json`, vectors), 'utf8'));
    const values = await readTensors(new URL(`training/${name}.safetensors`, vectors).pathname);
    const { lr, eps, weightDecay, betas } = trace;
    const optimizer: Optimizer = { name: 'adamw', lr, eps, weightDecay, betas };
    const adamw = new AdamW(toTensors(renamed(values, 'init.')), optimizer);
    const model: TwoTowers = { towers: await loadTowers(), method: 'u2a', lora, visibility: 'full' };
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
    const final = renamed(values, 'final.');
    expect(Object.keys(adamw.parameters).sort()).toEqual(Object.keys(final).sort());
    for (const [parameter, error] of Object.entries(distance(adamw.parameters, final))) {
      expect(error, parameter).toBeLessThan(1e-3);
    }
  });
});
