import { modalityOrder } from '../data/dataset.ts';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Modality, Tower } from '../model/design.ts';
import type { Weights } from '../model/encoder.ts';
import { loadEncoder } from '../model/load-encoder.ts';
import type { Job } from '../plan/job.ts';
import type { EncoderParams } from '../plan/params.ts';

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
  job: Job<{ readonly encoders: EncoderParams }>,
  modalities: readonly Modality[],
): Promise<LoadedTower[]> {
  const towers: LoadedTower[] = [];
  for (const modality of modalities) {
    const role = `encoder.${modality}`;
    const use = job.params.encoders[modality];
    if (use === undefined) throw failure('LAC4204', { operation: job.operation, role });
    const { encoder, weights } = await loadEncoder(inputDirectory(job, role), use.architecture);
    const { outputNorm, classToken } = use;
    towers.push({ tower: { modality, encoder, outputNorm, classToken }, weights });
  }
  return towers;
}

/** Frees the weights of all encoders. */
export function disposeTowers(towers: readonly LoadedTower[]): void {
  for (const { weights } of towers) tf.dispose(weights as Record<string, never>);
}
