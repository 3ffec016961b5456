import { copyFile, link, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CheckpointEvery, Job } from '../plan/job.ts';
import type { CommandParams } from '../plan/params.ts';
import { filesBelow } from '../store/files-below.ts';
import { codeOf } from '../store/refusal.ts';

/** The folders and files of one attempt of a program. */
export interface CommandPlace {
  /** The working folder: the program's code, nothing else. */
  readonly work: string;
  /** One folder per input, by the author's name for it. */
  readonly inputs: string;
  readonly output: string;
  /** A JSON object. */
  readonly params: string;
  readonly checkpoints: string;
  /** For lines of JSON that say how far the program is. */
  readonly progress: string;
  /** For what it measured. */
  readonly scores: string;
}

/** Lays out code, inputs and parameters; the folder of checkpoints is left to be made. */
export async function layOutPlace({
  inputs,
  params,
  outputDirectory,
  scratchDirectory,
}: Job<CommandParams>): Promise<CommandPlace> {
  const below = (name: string) => join(scratchDirectory, name);
  const place: CommandPlace = {
    work: below('work'),
    inputs: below('inputs'),
    output: outputDirectory,
    params: below('params.json'),
    checkpoints: below('checkpoints'),
    progress: below('progress.ndjson'),
    scores: below('scores.json'),
  };
  for (const folder of [place.work, place.inputs]) await mkdir(folder, { recursive: true });
  await writeFile(place.params, `${JSON.stringify(params.params, null, 2)}\n`);
  await writeFile(place.progress, '');
  for (const [role, [input]] of Object.entries(inputs)) {
    if (input === undefined) continue;
    if (role === 'code') await copyTree(input.directory, place.work, copyFile);
    else await copyTree(input.directory, join(place.inputs, role.replace('input.', '')), linkFile);
  }
  return place;
}

/** The same files in another folder, each put there by `put`. */
export async function copyTree(
  from: string,
  to: string,
  put: (from: string, to: string) => Promise<void>,
  paths?: readonly string[],
): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const path of paths ?? (await filesBelow(from))) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await put(join(from, path), join(to, path));
  }
}

/** Gives a file a second name; a copy where the file system has none or the other place is on another one. */
export async function linkFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error;
    await copyFile(from, to);
  }
}

/** What every program may need of the worker's environment. `CUDA_...`: a worker keeps to its own devices. */
const passedOn = [
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TZ'],
  ...['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MESSAGES'],
  ...['CUDA_VISIBLE_DEVICES', 'CUDA_DEVICE_ORDER'],
];

/** The environment of a program: a few variables of the worker's, those that the author names, and its own. */
export function environmentOf(
  place: CommandPlace,
  { environment, scores }: CommandParams,
  every: CheckpointEvery | undefined,
  of: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const inherited = [...passedOn, ...environment].flatMap((name) => {
    const value = of[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    LACUNA_INPUTS: place.inputs,
    LACUNA_OUTPUT: place.output,
    LACUNA_PARAMS: place.params,
    LACUNA_CHECKPOINTS: place.checkpoints,
    LACUNA_PROGRESS: place.progress,
    ...(scores && { LACUNA_SCORES: place.scores }),
    ...(every && { LACUNA_CHECKPOINT_MINUTES: String(every.minutes) }),
    ...(every?.steps && { LACUNA_CHECKPOINT_STEPS: String(every.steps) }),
  };
}
