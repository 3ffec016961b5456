import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { pythonEnvironment } from '../../bench/python-environment.ts';
import { tf } from '../../model/backend.ts';
import type { Design, Modality, Tower } from '../../model/design.ts';
import { type EncoderInput, learnsNothing } from '../../model/encoder.ts';
import { type LoadedEncoder, loadEncoder } from '../../model/load-encoder.ts';
import { traitsOf } from '../../model/methods.ts';
import { adaptersOf } from '../../model/parameters.ts';
import { endCommands } from '../../setup/run-command.mjs';
import { readTensors, type TensorValues, writeTensors } from '../../tensor/safetensors.ts';
import { exportModel } from '../../train/export-model.ts';
import { toTensors } from '../../train/model-file.ts';
import { predict } from '../../train/predict.ts';
import { encodeTokens, type Model } from '../../train/towers.ts';
import { learnedTensors, lora, projectionsOf, writeTrainedModel } from '../train/trained-model.ts';
import { checkCommand } from './command.ts';

/*
 * Exports models of all three architectures and has PEFT and transformers load them and compute the same numbers, and
 * runs a PyTorch trainer as a step of a pipeline: npm run test:python. Not part of `npm test`, because it needs 1 GB of Python packages.
 */

const models = {
  'image-text': { image: 'clip', text: 'bert' },
  'audio-video': { audio: 'ast', video: 'clip' },
} as const;
const architectures = { clip: 'clip-vit', bert: 'bert', ast: 'ast' } as const;
const frames = 3;
const script = fileURLToPath(new URL('check_export.py', import.meta.url));

interface LoadedTower {
  readonly modality: Modality;
  readonly directory: string;
  readonly loaded: LoadedEncoder;
}

async function main(): Promise<void> {
  const python = await pythonEnvironment((line) => void process.stderr.write(`${line}\n`));
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-python-'));
  try {
    run(python, 'make', folder);
    for (const name of Object.keys(models) as (keyof typeof models)[]) await exportAndCompute(folder, name);
    run(python, 'check', folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await checkCommand(python);
}

function run(python: string, command: 'make' | 'check', folder: string): void {
  const { status } = spawnSync(python, [script, command, folder], { stdio: 'inherit' });
  if (status !== 0)
    throw new Error(`check_export.py ${command} ended with ${status}; what it said stands above`);
}

async function exportAndCompute(folder: string, name: keyof typeof models): Promise<void> {
  const towers = await Promise.all(
    Object.entries(models[name]).map(async ([modality, kind]): Promise<LoadedTower> => {
      const directory = join(folder, kind);
      return {
        modality: modality as Modality,
        directory,
        loaded: await loadEncoder(directory, architectures[kind]),
      };
    }),
  );
  const described = Object.fromEntries(
    towers.map(({ modality, loaded: { encoder } }) => {
      const { architecture, dim, layers } = encoder;
      return [modality, { architecture, dim, projections: projectionsOf(architecture, layers) }] as const;
    }),
  );
  const learned = learnedTensors(described);
  const model = join(folder, `model-${name}`);
  await writeTrainedModel(model, described, learned);
  const encoders = Object.fromEntries(
    towers.map(({ modality, directory }) => [modality, { directory, source: './encoder', digest: 'none' }]),
  );
  for (const form of ['peft', 'merged'] as const)
    await exportModel({ form, model, encoders, target: join(folder, `${form}-${name}`) });
  const inputs = await readTensors(join(folder, 'inputs.safetensors'));
  await writeTensors(join(folder, `ours-${name}.safetensors`), await compute(towers, learned, inputs));
}

/** Hidden states of each tower, and logits with both modalities and with each alone. */
async function compute(
  loaded: readonly LoadedTower[],
  learned: TensorValues,
  values: TensorValues,
): Promise<TensorValues> {
  const design = designOf(loaded);
  const model: Model = { design, weights: loaded.map((one) => one.loaded.weights) };
  const learnable = toTensors(learned);
  const outputs = tf.tidy(() => {
    const inputs = design.towers.map(({ modality }) => inputOf(modality, values));
    const hidden = design.towers.map((tower, index) => {
      const { hidden: all } = tower.encoder.encode(
        model.weights[index] ?? {},
        withoutFrames(inputs[index] as EncoderInput),
        { ...plain, adapters: adaptersOf(learnable, tower, design.lora) },
      );
      return [`${tower.modality}.hidden`, all as Tensor] as const;
    });
    const [first = '', second = ''] = design.towers.map(({ modality }) => modality);
    const cells = { complete: [1, 1], [`only-${first}`]: [1, 0], [`only-${second}`]: [0, 1] };
    const rows = 3;
    const masks = (has: readonly number[]) => has.map((one) => new Array<number>(rows).fill(one));
    const encoded = encodeTokens(model, learnable, inputs, {
      selected: masks([1, 1]),
      encoded: masks([1, 1]),
    });
    const logits = Object.entries(cells).map(([cell, has]) => {
      return [`logits.${cell}`, predict(design, learnable, encoded, masks(has)) as Tensor] as const;
    });
    return Object.fromEntries([...hidden, ...logits]);
  });
  return Object.fromEntries(
    Object.entries(outputs).map(([name, tensor]) => {
      return [name, { shape: tensor.shape, data: tensor.dataSync() as Float32Array }];
    }),
  );
}

const plain = {
  training: false,
  seed: [0, 0],
  frozenDropout: 0,
  learns: learnsNothing,
  visibility: 'full',
  allTokens: true,
} as const;

function designOf(loaded: readonly LoadedTower[]): Design {
  return {
    traits: traitsOf('u2a'),
    towers: loaded.map(({ modality, loaded: { encoder } }): Tower => ({ modality, encoder })),
    classes: 5,
    lora: { ...lora, targets: ['query', 'key', 'value', 'output'] },
    fusion: 'sum',
    maskToken: { mode: 'pairwise', visibility: 'full' },
    prompts: { length: 0, layers: 0, orthogonality: 0 },
    video: { fuse: 'mean' },
    missingInput: { compute: 'skip', placeholder: 'zeros' },
    trainable: { extra: [] },
  };
}

function inputOf(modality: Modality, values: TensorValues): EncoderInput {
  const tensor = <T extends Tensor>(field: string, type: 'float32' | 'int32'): T => {
    const value = values[`${modality}.${field}`];
    if (value === undefined) throw new Error(`there is no input "${modality}.${field}"`);
    return tf.tensor(value.data, [...value.shape], type) as T;
  };
  if (modality === 'text')
    return { kind: 'text', ids: tensor('ids', 'int32'), attentionMask: tensor('mask', 'int32') };
  if (modality === 'audio') return { kind: 'audio', spectrogram: tensor('spectrogram', 'float32') };
  const pixels: Tensor4D = tf.transpose(tensor<Tensor4D>('pixels', 'float32'), [0, 2, 3, 1]);
  return { kind: 'image', pixels, ...(modality === 'video' && { framesPerSequence: frames }) };
}

/** Every picture as a sequence of its own. */
function withoutFrames(input: EncoderInput): EncoderInput {
  return input.kind === 'image' ? { kind: 'image', pixels: input.pixels } : input;
}

process.once('SIGINT', () => {
  endCommands();
  process.exit(130);
});
try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
