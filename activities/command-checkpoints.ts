import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, failure } from '../diagnostics/failure.ts';
import type { Checkpoints } from '../plan/job.ts';
import { isAbsence } from '../store/disk.ts';
import { copyTree, linkFile } from './command-place.ts';

/** Beyond this `done` counts something else than steps. */
const mostSteps = 1e11;

/** Keeps what a program leaves in its folder of checkpoints. */
export interface CheckpointKeeper {
  /** Keeps the complete entries if they are others than those kept last. */
  readonly look: () => Promise<void>;
}

export interface CheckpointFolder {
  /** The folder that the program writes to. */
  readonly folder: string;
  /** A folder of ours on the same disk, for the time of one copy. */
  readonly scratch: string;
  /** The program, for messages. */
  readonly program: string;
  /** How far the program says that it is. */
  readonly done: () => number | undefined;
  /** Takes a remark for the log. */
  readonly note: (text: string) => Promise<void>;
}

/**
 * Fills the folder with the newest state that was kept, and follows what the program adds. An entry is complete when its
 * name does not end in `.tmp`: programs write under such a name and rename at the end.
 */
export async function followCheckpoints(
  place: CheckpointFolder,
  checkpoints: Checkpoints | undefined,
): Promise<CheckpointKeeper> {
  const { folder } = place;
  let last = (await checkpoints?.take(folder)) ?? 0;
  await mkdir(folder, { recursive: true });
  let known = (await listEntries(place)).signature;
  if (checkpoints === undefined) return { look: async () => {} };
  const keep = async (list: Entries) => {
    const copy = join(place.scratch, 'state');
    try {
      await copyTree(folder, copy, linkFile, list.paths);
      // What the program renamed or removed meanwhile is looked at again in a second.
      if ((await listEntries(place)).signature !== list.signature) return;
      // Later attempts go on counting, so that the newest state is always the one with the highest step.
      const done = Math.floor(place.done() ?? 0);
      const step = Math.max(last + 1, done < mostSteps ? done : 0);
      await checkpoints.keep(step, copy);
      last = step;
      known = list.signature;
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  };
  return {
    look: async () => {
      try {
        const list = await listEntries(place);
        if (list.signature !== known && list.paths.length > 0) await keep(list);
      } catch (error) {
        if (isAbsence(error)) return;
        // A store that is out of reach for a while costs checkpoints, not the work of the program.
        if (!(error instanceof Failure) || !error.retryable) throw error;
        await place.note(`the checkpoint was not kept and will be tried again: ${error.message}`);
      }
    },
  };
}

interface Entries {
  readonly paths: readonly string[];
  readonly signature: string;
}

/** Every file of every complete entry, and a text that differs when one of them was written anew. */
async function listEntries({ folder, program }: CheckpointFolder): Promise<Entries> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.tmp')).sort();
  const files = (await inOrder(names, (name) => filesOf(folder, name, program))).flat();
  const signature = files.map(({ path, mark }) => `${path}\0${mark}`).join('\0');
  return { paths: files.map(({ path }) => path), signature };
}

interface MarkedFile {
  readonly path: string;
  /** Differs when the file was written anew. */
  readonly mark: string;
}

async function filesOf(folder: string, path: string, program: string): Promise<readonly MarkedFile[]> {
  const found = await lstat(join(folder, path), { bigint: true });
  if (found.isFile()) return [{ path, mark: `${found.size} ${found.mtimeNs} ${found.ino}` }];
  if (!found.isDirectory()) {
    const kind = found.isSymbolicLink() ? 'symbolic link' : 'special file';
    throw failure('LAC4406', { program, path, kind });
  }
  const names = (await readdir(join(folder, path))).sort();
  return (await inOrder(names, (name) => filesOf(folder, `${path}/${name}`, program))).flat();
}

async function inOrder<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
