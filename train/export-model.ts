import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encoderFolder } from '../data/sources/model-folder.ts';
import { Failure, failure } from '../diagnostics/failure.ts';
import { encoderName } from '../model/checkpoint-names.ts';
import type { Encoder } from '../model/encoder.ts';
import { mergeAdapter } from '../model/merge-adapter.ts';
import { type BaseModel, writePeft } from '../model/peft.ts';
import { type TensorValues, writeTensors } from '../tensor/safetensors.ts';
import { initialWeightsFile, openWeights, readStored, weightsFile } from '../tensor/weight-files.ts';
import { type BaseEncoder, type BaseEncoders, type ExportForm, exportReadme } from './export-readme.ts';
import {
  changesOf,
  type EncoderChanges,
  type ExportedModel,
  readExportedModel,
  restOf,
} from './exported-model.ts';

/** A trained model, the encoders it was trained on, and where to put it in which form. */
export interface ExportRequest {
  readonly form: ExportForm;
  /** Folder with `model.json` and `model.safetensors`. */
  readonly model: string;
  readonly encoders: BaseEncoders;
  /** A folder that does not exist yet, or is empty. */
  readonly target: string;
}

/**
 * Writes a trained model for use elsewhere, all of it or nothing. `model`: its files and `encoders/MODALITY/`; `peft`:
 * a PEFT folder per encoder; `merged`: a Hugging Face folder per encoder with W' = W + alpha / rank B A. The last two
 * leave other learned tensors in `rest.safetensors`. Each has a `README.md`.
 */
export async function exportModel({ form, model: source, encoders, target }: ExportRequest): Promise<void> {
  const model = await readExportedModel(source);
  await requireFree(target);
  await inOnePiece(target, async (folder) => {
    const rest = restOf(model, form === 'merged' ? ['lora', 'encoder'] : ['lora']);
    if (form === 'model') await writeWhole(folder, source, encoders);
    else {
      const write = form === 'peft' ? writeAdapters : writeMerged;
      for (const [modality, base] of Object.entries(encoders)) {
        await write(join(folder, modality), model, modality, base);
      }
      await writeTensors(join(folder, 'rest.safetensors'), rest, { format: 'pt' });
    }
    await writeFile(join(folder, 'README.md'), exportReadme(form, model, encoders, rest));
  });
}

async function requireFree(target: string): Promise<void> {
  const names = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw failure('LAC4307', { folder: target, reason: error.message }, error);
  });
  if (names.length > 0) throw failure('LAC4306', { folder: target });
}

/** Writes beside the target and renames at the end. */
async function inOnePiece(target: string, write: (folder: string) => Promise<void>): Promise<void> {
  let work: string | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    // mkdtemp makes a folder for the owner alone.
    await chmod(work, 0o755);
    await write(work);
    await rename(work, target);
  } catch (cause) {
    if (work !== undefined) await rm(work, { recursive: true, force: true });
    if (cause instanceof Failure || !(cause instanceof Error && 'code' in cause)) throw cause;
    throw failure('LAC4307', { folder: target, reason: cause.message }, cause);
  }
}

async function writeWhole(folder: string, source: string, encoders: BaseEncoders): Promise<void> {
  await copyFiles(source, folder, await readdir(source));
  for (const [modality, { directory }] of Object.entries(encoders)) {
    await copyFiles(directory, encoderFolder(folder, modality), await readdir(directory));
  }
}

/** Copies that belong to the reader: what the store lays out is read-only. */
async function copyFiles(from: string, to: string, names: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of names) {
    if (!(await stat(join(from, name))).isFile()) continue;
    await copyFile(join(from, name), join(to, name));
    await chmod(join(to, name), 0o644);
  }
}

async function writeAdapters(
  folder: string,
  model: ExportedModel,
  modality: string,
  base: BaseEncoder,
): Promise<void> {
  const { adapters } = changesOf(model, modality);
  if (Object.keys(adapters).length === 0) throw failure('LAC4303', { method: model.method });
  const { rank, alpha, dropout } = model.lora;
  const contents = { rank, alpha, dropout, matrices: adapters };
  await writePeft(folder, architectureOf(model, modality), contents, baseModelOf(base));
}

/** What transformers can load by itself: a model of the Hub, at the commit that was used. */
function baseModelOf({ source }: BaseEncoder): BaseModel | undefined {
  const [, name, revision] = /^hub:(.+)@([^@]+)$/.exec(source) ?? [];
  return name !== undefined && revision !== undefined ? { name, revision } : undefined;
}

async function writeMerged(
  folder: string,
  model: ExportedModel,
  modality: string,
  { directory, source }: BaseEncoder,
): Promise<void> {
  const names = await readdir(directory);
  if (names.includes(initialWeightsFile)) throw failure('LAC4304', { modality, source });
  const weights = await readWeights(directory);
  const architecture = architectureOf(model, modality);
  const merged = merge(weights, changesOf(model, modality), architecture, model.lora);
  const beside = ['config.json', 'vocab.txt'].filter((name) => names.includes(name));
  await copyFiles(directory, folder, beside);
  await writeTensors(join(folder, weightsFile), merged, { format: 'pt' });
}

/** Integer buffers such as `position_ids` are left out: no version of transformers needs them. */
async function readWeights(directory: string): Promise<TensorValues> {
  const stored = await openWeights(directory);
  const floating = [...stored.tensors].filter(([, { type }]) => /^(?:F|BF)/.test(type));
  return readStored(
    stored,
    floating.map(([name]) => name),
  );
}

/** The checkpoint under its own names, with what was learned in place. */
function merge(
  weights: TensorValues,
  { adapters, weights: learned }: EncoderChanges,
  architecture: Encoder['architecture'],
  { alpha, rank }: ExportedModel['lora'],
): TensorValues {
  const pending = new Set([
    ...Object.keys(adapters).map((name) => `${name}.weight`),
    ...Object.keys(learned),
  ]);
  const entries = Object.entries(weights).map(([source, value]) => {
    const name = encoderName(architecture, source);
    pending.delete(name);
    const weight = learned[name] ?? value;
    const adapter = adapters[name.replace(/\.weight$/, '')];
    return [source, adapter === undefined ? weight : mergeAdapter(weight, adapter, alpha / rank)] as const;
  });
  const [absent] = pending;
  if (absent !== undefined)
    throw failure('LAC9001', { what: `there is no weight "${absent}" to merge into` });
  return Object.fromEntries(entries);
}

function architectureOf(model: ExportedModel, modality: string): Encoder['architecture'] {
  const architecture = model.encoders[modality]?.architecture;
  if (architecture === undefined)
    throw failure('LAC9001', { what: `the model has no ${modality} encoder, its plan has` });
  return architecture;
}
