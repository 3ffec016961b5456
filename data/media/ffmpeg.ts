import { access, chmod, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, failure } from '../../diagnostics/failure.ts';
import { chosenFfmpeg, ffmpegMembers, ffmpegOnPath, ffmpegPackage } from '../../setup/locate-ffmpeg.mjs';
import { SetupProblem } from '../../setup/setup-problem.mjs';
import { type FetchContext, fetchMembers, pinOf } from '../sources/packages.ts';

/** What stops the decoding of a file, and who is told of a download. */
export interface MediaContext {
  readonly signal?: AbortSignal | undefined;
  readonly report?: FetchContext['report'] | undefined;
}

/**
 * The path of an ffmpeg: the one that LACUNA_FFMPEG names, else the pinned one, which is fetched on first need, so that the
 * same file becomes the same numbers on every machine. Where it cannot be fetched, the one on PATH.
 *
 * @throws LAC3140 when there is none and it cannot be had, LAC3143 when it may be had later, LAC3141 when the setting is
 * wrong
 */
export async function findFfmpeg(context: MediaContext): Promise<string> {
  try {
    const chosen = chosenFfmpeg();
    return chosen ?? (await fetchFfmpeg(context));
  } catch (error) {
    if (error instanceof SetupProblem) throw failure('LAC3141', { reason: error.message }, error);
    const own = ffmpegOnPath();
    if (own !== undefined) return own;
    context.signal?.throwIfAborted();
    const reason = (error as Error).message;
    if (error instanceof Failure && error.retryable) throw failure('LAC3143', { reason }, error);
    throw failure('LAC3140', { reason }, error);
  }
}

async function fetchFfmpeg({ signal, report = () => {} }: MediaContext): Promise<string> {
  const pin = pinOf('pypi', ffmpegPackage);
  const binaries = join(
    await fetchMembers(pin, ffmpegMembers, { signal, report }),
    'imageio_ffmpeg/binaries',
  );
  const [name] = await readdir(binaries);
  const program = join(binaries, name ?? 'ffmpeg');
  // Members of a package are laid out as plain files; only this one is to be run.
  await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  return program;
}
