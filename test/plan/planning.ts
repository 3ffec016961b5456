import type { Digest, Key } from '../../plan/digest.ts';
import { expandPlan } from '../../plan/expand-plan.ts';
import { codeSourcesOf, type ExternalSources, weightSourcesOf } from '../../plan/external-sources.ts';
import type { Plan, TaskId } from '../../plan/plan.ts';
import { type KeyedTask, settle } from '../../plan/settle.ts';
import type { Pipeline } from '../../spec/pipeline.ts';
import { readPipeline } from '../../spec/read-pipeline.ts';
import { digestOf, keyOf, sha256 } from '../../store/hash.ts';

/** A small pipeline of every operation, in the language itself. */
export const example = `
version: 1
name: example
seeds: [0, 1]
params: { epochs: 3 }
data:
  google: { adapter: emoji, with: { drawings: google } }
  twitter: { adapter: emoji, with: { drawings: twitter, target: subgroup, splits: [train] } }
encoders:
  image: { architecture: clip-vit, from: pretrain }
  text: { architecture: bert, from: './minilm' }
steps:
  prepare:
    uses: preprocess
    with: { data: google, image: { size: 64 }, text: { vocabulary: './minilm', maxLength: 24 } }
  drawings:
    uses: preprocess
    with: { data: twitter, image: { size: 64 } }
  pretrain:
    uses: pretrain
    with: { dataset: drawings, encoder: { width: 32, layers: 1, heads: 2, mlp: 64, patch: 8 }, epochs: 2 }
  train:
    uses: train
    matrix: { method: [u2a, late-zero], seed: '\${{ seeds }}' }
    with:
      dataset: prepare
      method: '\${{ matrix.method }}'
      seed: '\${{ matrix.seed }}'
      epochs: '\${{ params.epochs }}'
  evaluate:
    uses: evaluate
    with: { model: train }
tables:
  robustness: { from: evaluate, rows: method, columns: [complete, only-image, only-text] }
`;

export function readValid(text: string, set: Record<string, string> = {}): Pipeline {
  const { pipeline, diagnostics } = readPipeline({ file: 'example.yaml', text, set, env: {} });
  if (pipeline === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return pipeline;
}

/** Sources whose digests are made up from what names them. */
function sourcesOf(pipeline: Pipeline): ExternalSources {
  const known = (names: readonly string[]) =>
    new Map(names.map((name) => [name, { digest: sha256(name), source: name }]));
  return {
    data: new Map(
      Object.entries(pipeline.data).map(([name, data]) => [
        name,
        { digest: digestOf(JSON.parse(JSON.stringify(data))), source: name },
      ]),
    ),
    weights: known([...weightSourcesOf(pipeline).keys()]),
    code: known([...codeSourcesOf(pipeline).keys()]),
  };
}

export function planOf(text: string, set: Record<string, string> = {}): Plan {
  const pipeline = readValid(text, set);
  return expandPlan(pipeline, sourcesOf(pipeline));
}

/** Every task with its key, as if each task's bytes were a function of its key. */
export async function keyAll(
  plan: Plan,
): Promise<ReadonlyMap<TaskId, KeyedTask & { readonly artifact: Digest }>> {
  const { reused } = await settle(plan.tasks, new Map(), { keyOf, lookup: everythingIsThere });
  return reused;
}

export const bytesOf = (key: Key): Digest => sha256(`bytes of ${key}`);

async function everythingIsThere(keys: readonly Key[]): Promise<ReadonlyMap<Key, { digest: Digest }>> {
  return new Map(keys.map((key) => [key, { digest: bytesOf(key) }]));
}
