import { Failure, failure } from '../diagnostics/failure.ts';
import { isLackOfSpace } from '../diagnostics/lack-of-space.ts';

/** What was being done to which store, in words that fit "cannot %what%". */
export interface Doing {
  readonly location: string;
  readonly what: string;
}

const noAccess = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);

/** Runs an effect on the store and turns what the operating system refuses into a `Failure` of ours. */
export async function refusing<Result>(doing: Doing, effect: () => Promise<Result>): Promise<Result> {
  try {
    return await effect();
  } catch (error) {
    throw refusal(doing, error);
  }
}

function refusal({ location, what }: Doing, error: unknown): unknown {
  if (error instanceof Failure) return error;
  const code = codeOf(error);
  // Without a code it is not the operating system's: a bug must not pass for bad luck.
  if (code === undefined) return error;
  const reason = error instanceof Error ? error.message : code;
  if (isLackOfSpace(error)) return failure('LAC5001', { location, what: what.replace(/^write /, '') }, error);
  if (noAccess.has(code)) return failure('LAC5002', { location, what, reason }, error);
  return failure('LAC5003', { location, what, reason }, error);
}

/** The operating system's code of an error, `ENOENT`; undefined when it has none. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
