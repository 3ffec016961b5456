import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { writeTinyPipeline } from '../cli/tiny-pipeline.ts';

/** Steps between two checkpoints of the training. */
export const checkpointSteps = 5;

/** Name of the training's task. */
export const trainTask = 'train[method=u2a,seed=0]';

const classes = ['circle', 'square', 'stripe'];
const samples = { train: 72, val: 9, test: 18 };

/**
 * Every operation on 99 drawings made here: a training of 72 steps, which takes a few seconds. `queue` is that of the
 * training.
 */
function smallPipeline(queue?: string): string {
  return `version: 1
name: crash
data:
  shapes: { adapter: manifest, with: { root: shapes, columns: { image: picture, text: caption, label: kind, split: split } } }
encoders:
  image: { architecture: clip-vit, from: pretrain }
  text: { architecture: bert, from: ./bert-tiny }
steps:
  prepare:
    uses: preprocess
    with:
      data: shapes
      image: { size: 16 }
      text: { vocabulary: ./bert-tiny, maxLength: 12 }
  pretrain:
    uses: pretrain
    with:
      dataset: prepare
      encoder: { width: 32, layers: 1, heads: 2, mlp: 64, patch: 8 }
      epochs: 1
  train:
    uses: train${queue === undefined ? '' : `\n    queue: ${queue}`}
    checkpoint: { steps: ${checkpointSteps} }
    matrix: { method: [u2a], seed: [0] }
    with:
      dataset: prepare
      method: \${{ matrix.method }}
      seed: \${{ matrix.seed }}
      epochs: 4
      batchSize: 4
      schedule: { warmupEpochs: 0 }
  evaluate:
    uses: evaluate
    with: { model: train, metrics: [accuracy, f1-macro] }
tables:
  robustness:
    from: evaluate
    rows: method
    columns: [complete, only-image, only-text]
`;
}

/** Writes `tiny.yaml`, the drawings and the text encoder that it names into a folder. */
export async function writeSmallPipeline(folder: string, queue?: string): Promise<void> {
  await writeTinyPipeline(folder, smallPipeline(queue));
  await mkdir(join(folder, 'shapes'), { recursive: true });
  const rows = ['picture,caption,kind,split'];
  for (const [split, count] of Object.entries(samples)) {
    for (let index = 0; index < count; index += 1) {
      const kind = index % classes.length;
      const name = `${split}-${index}.png`;
      await drawing(kind, index).toFile(join(folder, 'shapes', name));
      rows.push(`${name},a ${classes[kind]} number ${index},${classes[kind]},${split}`);
    }
  }
  await writeFile(join(folder, 'shapes/manifest.csv'), `${rows.join('\n')}\n`);
}

/** Shades that depend on class and number only. */
function drawing(kind: number, index: number): Sharp {
  const side = 16;
  const pixels = Uint8Array.from(
    { length: side * side * 3 },
    (_, at) => (at * (kind + 3) + index * 29 + (at >> 4) * kind * 40) % 256,
  );
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } }).png();
}
