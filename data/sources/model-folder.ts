import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { Digest } from '../../plan/digest.ts';
import { initialWeightsFile, weightsFile } from '../../tensor/weight-files.ts';
import { digestOfFiles, encoderFilesIn, hasFile, requireFolder } from './weight-folder.ts';

/*
 * The folder that `lacuna export --as model` writes: a trained model's description and what it learned, and below
 * `encoders/` a folder for each encoder that it was trained on.
 */

const modelFiles = ['model.json', weightsFile];
const encodersFolder = 'encoders';

/** The folder of one encoder in that of a model. */
export function encoderFolder(model: string, modality: string): string {
  return join(model, encodersFolder, modality);
}

/** Digest of the files that a model's results depend on; its logs and its README are not among them. */
export async function digestOfModel(folder: string): Promise<Digest> {
  const encoders = await encodersIn(folder);
  const files = encoders.map(async (encoder) => {
    const names = [...(await encoderFilesIn(encoderFolder(folder, encoder))), initialWeightsFile];
    return names.map((name) => join(encodersFolder, encoder, name));
  });
  return digestOfFiles(folder, [...modelFiles, ...(await Promise.all(files)).flat()]);
}

/** Refuses a folder that is not a whole model; `text` is what names it. */
export async function requireModel(folder: string, text: string): Promise<void> {
  await requireFolder(folder, text);
  const lacking = [];
  for (const name of modelFiles) if (!(await hasFile(folder, name))) lacking.push(name);
  if ((await encodersIn(folder)).length === 0) lacking.push(`${encodersFolder}/`);
  if (lacking.length > 0) throw failure('LAC3222', { folder, files: lacking.join(', ') });
}

async function encodersIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(join(folder, encodersFolder), { withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
