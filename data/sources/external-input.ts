import { isAbsolute } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { Digest } from '../../plan/digest.ts';
import type { JobContext } from '../../plan/job.ts';
import type { TaskInput } from '../../plan/plan.ts';
import { describeWeights, fetchWeights } from './weights.ts';

/** An input whose bytes come from outside the pipeline and are known by digest. */
export type ExternalInput = Extract<TaskInput, { readonly source: string; readonly digest: Digest }>;

/**
 * The folder of an external input, fetched when needed and equal to what was planned. Of role `data` it is the author's
 * folder, which preprocess compares with the plan when it lists the samples; nothing where the data set is made of
 * packages, which preprocess fetches itself.
 */
export async function fetchExternalInput(
  { role, digest, source }: ExternalInput,
  context: JobContext,
): Promise<string | undefined> {
  if (role === 'data') return isAbsolute(source) ? source : undefined;
  const use = role === 'vocabulary' || role === 'tokenizer' || role === 'model' ? role : 'encoder';
  const folder = await fetchWeights(source, '/', use, context);
  // A folder can change between planning and running; its result would be filed under the old digest.
  const found = await describeWeights(source, '/', [use]);
  if (found.digest !== digest) throw failure('LAC3208', { folder, planned: digest, found: found.digest });
  return folder;
}
