import { join } from 'node:path';
import { modalityOrder } from '../data/dataset.ts';
import { encoderFolder } from '../data/sources/model-folder.ts';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Modality, Tower } from '../model/design.ts';
import type { Weights } from '../model/encoder.ts';
import { loadEncoder } from '../model/load-encoder.ts';
import type { Job } from '../plan/job.ts';
import type { EncoderParams } from '../plan/params.ts';
import type { EncoderDescription, ModelFile } from './model-file.ts';

/** A tower and the weights of its encoder, which stay until `disposeTowers`. */
export interface LoadedTower {
  readonly tower: Tower;
  readonly weights: Weights;
}

/** The folder of the only input of a role; a job without it is a failure. */
export function inputDirectory(job: Job<unknown>, role: string): string {
  const directory = job.inputs[role]?.[0]?.directory;
  if (directory === undefined) throw failure('LAC4204', { operation: job.operation, role });
  return directory;
}

/** The modalities that a job has encoders for, in the order of models. */
export function modalitiesOf({ params }: Job<{ readonly encoders: EncoderParams }>): Modality[] {
  return modalityOrder.filter((modality) => params.encoders[modality] !== undefined);
}

/** The encoders of some modalities, from the job's inputs; free them with `disposeTowers`. */
export async function loadTowers(
  job: Job<{ readonly encoders?: EncoderParams }>,
  modalities: readonly Modality[],
): Promise<LoadedTower[]> {
  return loadEach(modalities, (modality) => {
    const role = `encoder.${modality}`;
    const use = job.params.encoders?.[modality];
    if (use === undefined) throw failure('LAC4204', { operation: job.operation, role });
    return { ...use, directory: inputDirectory(job, role) };
  });
}

/** The encoders that lie in a model's own folder, as `lacuna export` writes it; free them with `disposeTowers`. */
export async function loadTowersOf(
  directory: string,
  { modalities, encoders }: ModelFile,
): Promise<LoadedTower[]> {
  return loadEach(modalities, (modality) => {
    const described = encoders[modality];
    const why = `it does not describe its ${modality} encoder`;
    if (described === undefined) throw failure('LAC4205', { file: join(directory, 'model.json'), why });
    const { dim: _, ...use } = described;
    return { ...use, directory: encoderFolder(directory, modality) };
  });
}

/** An encoder's folder, and how it is read. */
interface PlacedEncoder extends Omit<EncoderDescription, 'dim'> {
  readonly directory: string;
}

async function loadEach(
  modalities: readonly Modality[],
  placeOf: (modality: Modality) => PlacedEncoder,
): Promise<LoadedTower[]> {
  const towers: LoadedTower[] = [];
  for (const modality of modalities) {
    const { directory, architecture, ...reading } = placeOf(modality);
    const { encoder, weights } = await loadEncoder(directory, architecture);
    towers.push({ tower: { modality, encoder, ...reading }, weights });
  }
  return towers;
}

/** Frees the weights of all encoders. */
export function disposeTowers(towers: readonly LoadedTower[]): void {
  for (const { weights } of towers) tf.dispose(weights as Record<string, never>);
}
