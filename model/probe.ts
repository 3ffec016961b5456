import { Failure } from '../diagnostics/failure.ts';
import type { LibraryVersion } from './backend.ts';

/*
 * A program that loads TensorFlow, computes a little and prints what it found as one line of JSON. A process
 * of its own, because the library writes start-up lines to stderr that nothing can silence.
 */

/** What the probe prints. */
export type Probe = LibraryVersion | { readonly problem: string };

async function probe(): Promise<Probe> {
  try {
    const { libraryVersion, tf } = await import('./backend.ts');
    const [sum] = tf.tidy(() => tf.matMul([[1, 2]], [[1], [2]]).dataSync());
    return sum === 5 ? libraryVersion() : { problem: `the library computes 1 * 1 + 2 * 2 = ${sum}` };
  } catch (error) {
    if (error instanceof Failure) return { problem: error.message };
    throw error;
  }
}

process.stdout.write(`${JSON.stringify(await probe())}\n`);
