import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Failure, failure } from '../../diagnostics/failure.ts';

/** A file of a sample that is about to be decoded. */
export interface MediaFile {
  readonly modality: 'audio' | 'video';
  readonly sample: string;
  readonly file: string;
}

/** The refusal of a file that cannot be decoded, for the reason given. */
export function unreadable({ modality, sample, file }: MediaFile, reason: string, cause?: unknown): Failure {
  return failure(modality === 'audio' ? 'LAC3131' : 'LAC3136', { sample, file, reason }, cause);
}

/**
 * Opens a regular file, and hands it to `use` with its size in bytes. It is opened without waiting, so that a named pipe
 * cannot block.
 *
 * @throws LAC3130 or LAC3135 when it is not there, LAC3134 when it is no file, LAC3131 or LAC3136 when it cannot be read
 */
export async function withMediaFile<T>(
  media: MediaFile,
  use: (handle: FileHandle, bytes: number) => Promise<T>,
): Promise<T> {
  const handle = await openMedia(media);
  try {
    const status = await handle.stat();
    if (status.isFile()) return await use(handle, status.size);
    throw failure('LAC3134', {
      ...media,
      what: status.isDirectory() ? 'a folder' : 'a device, a socket or a pipe',
    });
  } finally {
    await handle.close();
  }
}

async function openMedia(media: MediaFile): Promise<FileHandle> {
  const { modality, sample, file } = media;
  try {
    return await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(media, message, error);
    throw failure(modality === 'audio' ? 'LAC3130' : 'LAC3135', { sample, file }, error);
  }
}
