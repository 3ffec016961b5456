import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bertTiny = fileURLToPath(new URL('../vectors/encoders/bert-tiny', import.meta.url));

/** Every operation on real emoji, in sizes at which a training takes seconds. */
export const tinyPipeline = `version: 1
name: tiny
seeds: [0]
params: { epochs: 2 }
data:
  emoji: { adapter: emoji }
encoders:
  image: { architecture: clip-vit, from: pretrain }
  text: { architecture: bert, from: ./bert-tiny }
steps:
  prepare:
    uses: preprocess
    with:
      data: emoji
      image: { size: 16 }
      text: { vocabulary: ./bert-tiny, maxLength: 24 }
  pretrain:
    uses: pretrain
    with:
      dataset: prepare
      encoder: { width: 32, layers: 1, heads: 2, mlp: 64, patch: 8 }
      epochs: 1
  train:
    uses: train
    matrix: { method: [u2a, late-zero], seed: '\${{ seeds }}' }
    with:
      dataset: prepare
      method: \${{ matrix.method }}
      seed: \${{ matrix.seed }}
      epochs: \${{ params.epochs }}
      batchSize: 16
      schedule: { warmupEpochs: 0 }
  evaluate:
    uses: evaluate
    with: { model: train, metrics: [accuracy, f1-macro, f1-class] }
tables:
  robustness:
    from: evaluate
    rows: method
    columns: [complete, only-image, only-text]
figures:
  classes:
    kind: bars
    from: evaluate
    metric: f1-class
    cell: complete
    series: method
`;

/** A vocabulary as small as the tiny encoder's: it spells words letter by letter. */
function vocabulary(): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
  const tokens = [
    '[PAD]',
    '[UNK]',
    '[CLS]',
    '[SEP]',
    '[MASK]',
    ...letters,
    ...letters.map((letter) => `##${letter}`),
  ];
  return `${tokens.join('\n')}\n`;
}

/** Writes `tiny.yaml` and the text encoder that it names into a folder. */
export async function writeTinyPipeline(folder: string, text: string = tinyPipeline): Promise<void> {
  await mkdir(join(folder, 'bert-tiny'), { recursive: true });
  await cp(bertTiny, join(folder, 'bert-tiny'), { recursive: true });
  await writeFile(join(folder, 'bert-tiny', 'vocab.txt'), vocabulary());
  await writeFile(join(folder, 'tiny.yaml'), text);
}
