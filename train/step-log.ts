import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { tf } from '../model/backend.ts';
import type { JsonObject } from '../plan/digest.ts';

/** Appends a line of JSON to a file. */
export function appendLine(file: string, line: JsonObject): void {
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** A step to be taken down; the loss tells a failed run's curve. */
interface TimedStep {
  readonly step: number;
  readonly loss: number;
  readonly samples: number;
  /** From the moment the step before was done. */
  readonly milliseconds: number;
  /** Of these, how long the step waited for its batch to be read. */
  readonly waited: number;
}

/** Takes down how long a step took, and what memory the process then held. */
export type Timing = (step: TimedStep) => void;

/**
 * Writes time and memory of each step to `file`, whose folder is made. They differ from run to run, and so have no
 * place beside the log of losses, which is a result.
 */
export function timingLog(file: string): Timing {
  mkdirSync(dirname(file), { recursive: true });
  return ({ step, loss, samples, milliseconds, waited }) => {
    const { numTensors, numBytes } = tf.memory();
    appendLine(file, {
      step,
      loss,
      milliseconds: Number(milliseconds.toFixed(3)),
      waitedMilliseconds: Number(waited.toFixed(3)),
      samplesPerSecond: Number(((1000 * samples) / milliseconds).toFixed(3)),
      residentBytes: process.memoryUsage.rss(),
      tensorBytes: numBytes,
      tensors: numTensors,
    });
  };
}
