import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { TensorEntry } from './header.ts';
import { readHeader, readTensors, type TensorValues } from './safetensors.ts';

/*
 * The weights of a folder as Hugging Face writes them: `model.safetensors`, or shards with an index whose
 * `weight_map` says which shard holds which tensor. Where both are there, the single file counts, as in transformers.
 */

/** Weights in one file. */
export const weightsFile = 'model.safetensors';
/** Names the shard of each tensor where weights are split over several files. */
export const indexFile = 'model.safetensors.index.json';
/** Stands in for weights that are drawn at random: `{"seed": 0}`. Only presets write it. */
export const initialWeightsFile = 'initial-weights.json';

/** A tensor's header entry and the file that holds it. */
export interface PlacedTensor extends TensorEntry {
  readonly file: string;
}

/** All tensors of a folder, by name; `label` is the file that messages name. No tensor has been read. */
export interface StoredWeights {
  readonly label: string;
  readonly tensors: ReadonlyMap<string, PlacedTensor>;
}

const foreign = [
  { pattern: /^pytorch_model.*\.bin(?:\.index\.json)?$|^.*\.(?:pt|pth)$/, options: '' },
  { pattern: /^tf_model.*\.h5$/, options: ', from_tf=True' },
  { pattern: /^flax_model.*\.msgpack$/, options: ', from_flax=True' },
];

/** What weights in another format need to be read here: their file and the options of `from_pretrained`. */
export function foreignWeights(names: readonly string[]): { found: string; options: string } | undefined {
  for (const { pattern, options } of foreign) {
    const found = names.find((name) => pattern.test(name));
    if (found !== undefined) return { found, options };
  }
  return undefined;
}

/** Shards by tensor, out of an index; throws what is wrong with it as a text. */
function parseIndex(text: string): ReadonlyMap<string, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new TypeError('it is not JSON');
  }
  const map: unknown = (parsed as { weight_map?: unknown } | null)?.weight_map;
  if (typeof map !== 'object' || map === null) throw new TypeError('it has no weight_map');
  const entries = Object.entries(map);
  const odd = entries.find(([, file]) => typeof file !== 'string' || !/^[^/\\]+\.safetensors$/.test(file));
  if (odd)
    throw new TypeError(`its shard for "${odd[0]}" is ${JSON.stringify(odd[1])}, not a file beside it`);
  return new Map(entries as [string, string][]);
}

/** The shards that an index names, sorted; `file` is what messages call it. */
export function shardsOf(text: string, file: string): readonly string[] {
  return [...new Set(readIndex(text, file).values())].sort();
}

function readIndex(text: string, file: string): ReadonlyMap<string, string> {
  try {
    return parseIndex(text);
  } catch (cause) {
    throw failure('LAC4117', { file, problems: (cause as Error).message }, cause);
  }
}

/** Reads the header of every weights file of a folder; all that does not fit together is reported at once. */
export async function openWeights(folder: string): Promise<StoredWeights> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    throw failure('LAC4110', { file: join(folder, weightsFile), reason: cause.message }, cause);
  });
  if (names.includes(weightsFile)) return openSingle(join(folder, weightsFile));
  if (names.includes(indexFile)) return openShards(folder, names);
  const other = foreignWeights(names);
  if (other) throw failure('LAC4116', { folder, ...other });
  throw failure('LAC4118', { folder });
}

async function openSingle(file: string): Promise<StoredWeights> {
  const { tensors } = await readHeader(file);
  return { label: file, tensors: new Map([...tensors].map(([name, entry]) => [name, { ...entry, file }])) };
}

async function openShards(folder: string, names: readonly string[]): Promise<StoredWeights> {
  const label = join(folder, indexFile);
  const text = await readFile(label, 'utf8').catch((cause: Error) => {
    throw failure('LAC4110', { file: label, reason: cause.message }, cause);
  });
  const index = readIndex(text, label);
  const shards = [...new Set(index.values())].sort();
  const absent = shards.filter((shard) => !names.includes(shard));
  const problems = absent.map((shard) => `${shard} is missing`);
  if (absent.length > 0) throw failure('LAC4117', { file: label, problems: problems.join('; ') });
  const tensors = new Map<string, PlacedTensor>();
  for (const shard of shards) {
    const file = join(folder, shard);
    for (const [name, entry] of (await readHeader(file)).tensors) {
      if (index.get(name) === shard) tensors.set(name, { ...entry, file });
      else problems.push(`"${name}" lies in ${shard}, which the index does not say`);
    }
  }
  for (const [name, shard] of index) {
    if (!tensors.has(name)) problems.push(`"${name}" is not in ${shard}`);
  }
  if (problems.length > 0) throw failure('LAC4117', { file: label, problems: problems.join('; ') });
  return { label, tensors };
}

/** The named tensors, as `readTensors` gives them; each file is opened once. */
export async function readStored({ tensors }: StoredWeights, names: Iterable<string>): Promise<TensorValues> {
  const byFile = new Map<string, string[]>();
  for (const name of names) {
    const file = tensors.get(name)?.file;
    if (file === undefined) throw failure('LAC9001', { what: `tensor "${name}" was not listed` });
    byFile.set(file, [...(byFile.get(file) ?? []), name]);
  }
  const values = [];
  for (const [file, wanted] of byFile) values.push(await readTensors(file, wanted));
  return Object.assign({}, ...values);
}

/**
 * Names of the files in a folder that belong to its weights, sorted: what a digest covers. Says nothing about
 * whether they are complete; `openWeights` does.
 */
export async function weightFilesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  if (names.includes(weightsFile)) return [weightsFile];
  if (!names.includes(indexFile)) return [];
  const text = await readFile(join(folder, indexFile), 'utf8');
  const shards = [...text.matchAll(/"([^"/\\]+\.safetensors)"/g)].map(([, name]) => name ?? '');
  return [indexFile, ...new Set(shards.filter((name) => names.includes(name)).sort())];
}
