import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { fetchExternalInput } from '../data/sources/external-input.ts';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { Task, TaskInput } from '../plan/plan.ts';
import { exportModel } from '../train/export-model.ts';
import type { BaseEncoder, ExportForm } from '../train/export-readme.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import type { FileOptions } from './read-file.ts';
import type { Terminal } from './terminal.ts';

export interface ExportOptions extends FileOptions {
  /** A task such as `train[method=u2a,seed=0]`, or a step that is a single task. */
  readonly task: string;
  readonly to: string;
  readonly as: ExportForm;
}

/** Writes a finished training's model to a folder for use elsewhere; trains nothing. */
export async function exportTask(options: ExportOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = await loadPlan(options, terminal);
  if (loaded === undefined) return exitCodes.invalid;
  const task = chosenTask(loaded, options);
  const target = resolve(options.to);
  const work = await mkdtemp(join(tmpdir(), 'lacuna-export-'));
  try {
    const model = join(work, 'model');
    await loaded.store.materialise(artifactOf(loaded, task.id, options.file), model);
    const encoders = await layOutEncoders(loaded, task, options.file, work);
    await exportModel({ form: options.as, model, encoders, target });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  terminal.talk(`written: ${relative(process.cwd(), target) || target} (${options.as} of ${task.id})`);
  return exitCodes.done;
}

function chosenTask({ plan: { tasks } }: LoadedPlan, { task: name, file }: ExportOptions): Task {
  const found = tasks.filter(({ id, step }) => id === name || step === name);
  const trained = tasks.filter(({ operation }) => operation === 'train').map(({ id }) => id);
  const list = trained.length === 0 ? 'none' : trained.join(', ');
  const [task, another] = found;
  if (task === undefined) throw failure('LAC1910', { task: name, file, tasks: list });
  if (task.operation !== 'train')
    throw failure('LAC1911', { task: name, operation: task.operation, tasks: list });
  if (another !== undefined) {
    const several = found.map(({ id }) => `"${id}"`).join(', ');
    throw failure('LAC1912', { step: name, count: found.length, tasks: several });
  }
  return task;
}

function artifactOf({ decisions }: LoadedPlan, id: string, file: string): Digest {
  const artifact = decisions.get(id)?.artifact;
  if (artifact === undefined) throw failure('LAC1913', { task: id, file });
  return artifact;
}

/** The folders of the encoders that a task reads, by modality. */
async function layOutEncoders(
  loaded: LoadedPlan,
  { inputs }: Task,
  file: string,
  work: string,
): Promise<{ readonly [modality: string]: BaseEncoder }> {
  const encoders: { [modality: string]: BaseEncoder } = {};
  for (const input of inputs) {
    const [kind, modality] = input.role.split('.');
    if (kind !== 'encoder' || modality === undefined) continue;
    encoders[modality] = await layOutEncoder(loaded, input, file, join(work, modality));
  }
  return encoders;
}

async function layOutEncoder(
  loaded: LoadedPlan,
  input: TaskInput,
  file: string,
  folder: string,
): Promise<BaseEncoder> {
  if ('task' in input) {
    const digest = artifactOf(loaded, input.task, file);
    await loaded.store.materialise(digest, folder);
    return { directory: folder, source: input.task, digest };
  }
  if ('absent' in input)
    throw failure('LAC9001', { what: `the ${input.role} is not there: ${input.absent}` });
  const { signal } = new AbortController();
  const directory = await fetchExternalInput(input, { report: () => {}, signal });
  if (directory === undefined) throw failure('LAC9001', { what: `the ${input.role} has no folder` });
  // An export travels; a path of this machine would mean nothing elsewhere. The digest says which folder it was.
  const source = isAbsolute(input.source) ? `./${basename(input.source)}` : input.source;
  return { directory, source, digest: input.digest };
}
