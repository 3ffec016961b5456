import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFfmpeg } from '../../data/media/ffmpeg.ts';

/** A folder with clips that ffmpeg makes, removed at the end. */
export interface Clips {
  readonly folder: string;
  readonly path: (name: string) => string;
  /** Runs ffmpeg with these options and writes `name`; inputs may be names of earlier clips. */
  readonly make: (name: string, ...options: readonly string[]) => Promise<string>;
  readonly remove: () => Promise<void>;
}

export async function openClips(): Promise<Clips> {
  const program = await findFfmpeg({});
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-clips-'));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    make: async (name, ...options) => {
      await promisify(execFile)(program, ['-v', 'error', '-y', ...options, path(name)], { cwd: folder });
      return path(name);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Options for a source that ffmpeg draws or plays itself. */
export function drawn(source: string): readonly string[] {
  return ['-f', 'lavfi', '-i', source];
}
