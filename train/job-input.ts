import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { PerModality } from '../model/fusion.ts';
import { type LoadedEncoder, loadEncoder } from '../model/load-encoder.ts';
import type { Job } from '../plan/job.ts';
import type { EncoderParams } from '../plan/params.ts';
import type { Modality } from '../schemas/generated/resolved.ts';

/** The folder of the only input of a role; a job without it is a failure. */
export function inputDirectory(job: Job<unknown>, role: string): string {
  const directory = job.inputs[role]?.[0]?.directory;
  if (directory === undefined) throw failure('LAC4204', { operation: job.operation, role });
  return directory;
}

/** Both encoders of a job, from its inputs; free them with `disposeEncoders`. */
export async function loadEncoders(
  job: Job<{ readonly encoders: EncoderParams }>,
): Promise<PerModality<LoadedEncoder>> {
  const load = (modality: Modality): Promise<LoadedEncoder> => {
    const role = `encoder.${modality}`;
    const architecture = job.params.encoders[modality]?.architecture;
    if (architecture === undefined) throw failure('LAC4204', { operation: job.operation, role });
    return loadEncoder(inputDirectory(job, role), architecture);
  };
  return { image: await load('image'), text: await load('text') };
}

/** Frees the weights of both encoders. */
export function disposeEncoders({ image, text }: PerModality<LoadedEncoder>): void {
  tf.dispose([image.weights, text.weights] as Record<string, never>[]);
}
