import { failure } from './failure.ts';

const codes: readonly unknown[] = ['ENOSPC', 'EDQUOT'];

/** Whether the operating system said that a disk is full, or somebody's share of it. */
export function isLackOfSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && codes.includes(error.code);
}

/**
 * What a job threw, where a full disk is no bug of ours (LAC5001). The folder of an attempt is on the disk of the
 * store, or of its work folder.
 */
export function orLackOfSpace(job: { operation: string; outputDirectory: string }, error: unknown): unknown {
  if (!isLackOfSpace(error)) return error;
  const { operation, outputDirectory: location } = job;
  return failure('LAC5001', { what: `the files of a ${operation} task`, location }, error);
}
