import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { failure } from '../diagnostics/failure.ts';
import type { Queues } from './slots.ts';

/** One worker process: its queues with tasks at once, and the GPU that it may use. */
export interface WorkerShare {
  readonly queues: Queues;
  readonly gpu?: string;
}

const listWithinMs = 20_000;

/** Queues for tasks that take a whole GPU: `gpu`, and the user's own that begin so, such as `gpu-a100`. */
function isGpuQueue(queue: string): boolean {
  return queue === 'gpu' || queue.startsWith('gpu-');
}

/**
 * The GPUs to work on: those that were named, else those that CUDA_VISIBLE_DEVICES leaves us, else all that
 * `nvidia-smi -L` lists. Empty on a machine without.
 */
export async function listGpus(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const text = named ?? env['CUDA_VISIBLE_DEVICES'];
  if (text !== undefined) return text.split(',').flatMap((gpu) => (gpu.trim() === '' ? [] : [gpu.trim()]));
  try {
    const { stdout } = await promisify(execFile)('nvidia-smi', ['-L'], { timeout: listWithinMs });
    return [...stdout.matchAll(/^GPU (\d+):/gm)].map(([, number = '']) => number);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw failure(
      'LAC6024',
      { reason: error instanceof Error ? error.message.trim() : String(error) },
      error,
    );
  }
}

/** A process per GPU, which runs one task at a time, and one for all other queues. Without GPUs one for everything. */
export function shareQueues(queues: Queues, gpus: readonly string[]): readonly WorkerShare[] {
  const names = Object.keys(queues);
  const ofGpu = Object.fromEntries(names.filter(isGpuQueue).map((queue) => [queue, 1]));
  if (gpus.length === 0 || Object.keys(ofGpu).length === 0) return [{ queues }];
  const others = Object.fromEntries(Object.entries(queues).filter(([queue]) => !isGpuQueue(queue)));
  const rest = Object.keys(others).length === 0 ? [] : [{ queues: others }];
  return [...gpus.map((gpu) => ({ queues: ofGpu, gpu })), ...rest];
}
