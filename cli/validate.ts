import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { type FileOptions, readPipelineFile } from './read-file.ts';
import type { Terminal } from './terminal.ts';

/** Checks a pipeline file; prints nothing when it is valid (`[]` with --json). */
export async function validate(options: FileOptions, terminal: Terminal): Promise<ExitStatus> {
  const pipeline = await readPipelineFile(options, terminal);
  if (pipeline === undefined) return exitCodes.invalid;
  if (options.json) terminal.out('[]');
  return exitCodes.done;
}
