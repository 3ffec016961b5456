import { availableParallelism, cpus, release, totalmem } from 'node:os';

/**
 * Above this share of the machine, times say more about other programs than about the sides: a thread of PyTorch's
 * that has lost its core holds up all others at every operation.
 */
export const quietLoad = 0.03;

/** The machine and the version of Node.js, in a line for people. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads, ${memory} GiB, Linux ${release()}, Node ${process.versions.node}`;
}
