import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tf } from '../model/backend.ts';
import { readTensors, type TensorValues, writeTensors } from '../tensor/safetensors.ts';
import type { AdamW, Moments, Parameters } from './adamw.ts';
import type { WatchedLosses } from './divergence.ts';
import { toTensors, toValues } from './model-file.ts';
import type { EpochValidation, SavedValidation } from './validation.ts';

/*
 * The files of a state: everything between two steps of a run that the steps to come depend on, or that is in the
 * result. What follows from the seed and the position is not there.
 */

/** To be raised when the files change their meaning. */
const version = 1;
const descriptionFile = 'state.json';
const tensorsFile = 'state.safetensors';
const logCopy = 'log.ndjson';
const kinds = ['value', 'first', 'second'] as const;

/** Where a run stands: before a step, counted from 0 within its stage. */
export interface Standing {
  readonly step: number;
  /** Of the step before. */
  readonly loss: number;
  readonly losses: WatchedLosses;
}

/** A run as far as its state goes. */
export interface StatefulRun {
  /** Which of a training's runs it is. */
  readonly stage: string;
  readonly logFile: string;
  readonly adamw: AdamW;
  readonly validation?: EpochValidation | undefined;
}

interface Description extends Standing {
  readonly version: number;
  readonly stage: string;
  readonly groups: Moments['groups'];
  readonly validation?: SavedValidation;
}

/** Writes the state of a run to an empty folder. */
export async function writeState(directory: string, run: StatefulRun, standing: Standing): Promise<void> {
  const { stage, adamw, logFile, validation } = run;
  const { groups, first, second } = adamw.moments();
  try {
    const values = [adamw.parameters, first, second].map(toValues);
    const named = kinds.map(async (kind, index) => prefixed(kind, (await values[index]) ?? {}));
    await writeTensors(join(directory, tensorsFile), Object.assign({}, ...(await Promise.all(named))));
  } finally {
    tf.dispose([first, second] as unknown as Record<string, never>[]);
  }
  await copyFile(logFile, join(directory, logCopy));
  const judged = validation && { validation: await validation.save(directory) };
  const description: Description = { version, stage, ...standing, groups, ...judged };
  await writeFile(join(directory, descriptionFile), `${JSON.stringify(description)}\n`);
}

/** What came of a state: where the run goes on, that it is one of another stage, or why it cannot be used. */
export type Read = { readonly standing: Standing } | 'of another stage' | { readonly misfit: string };

/** Puts a run into the state that a folder holds; one that does not fit leaves it as it was. */
export async function readState(directory: string, run: StatefulRun): Promise<Read> {
  const description = await descriptionIn(directory);
  if (description?.version !== version)
    return {
      misfit: `its version is ${description?.version ?? 'not readable'}, and this one reads ${version}`,
    };
  const { stage, step, loss, losses, groups, validation } = description as Description;
  if (stage !== run.stage) return 'of another stage';
  const { adamw } = run;
  const values = await readTensors(join(directory, tensorsFile)).catch((error: Error) => error.message);
  if (typeof values === 'string') return { misfit: values };
  const wrong = difference(values, groups, adamw.parameters);
  if (wrong !== undefined) return { misfit: wrong };
  if ((validation === undefined) !== (run.validation === undefined))
    return { misfit: 'it knows nothing of a validation, or of one that is not asked for' };
  const [current, first, second] = kinds.map((kind) => taken(kind, values, Object.keys(adamw.parameters)));
  adamw.goOn(current ?? {}, { groups, first: first ?? {}, second: second ?? {} });
  if (validation) await run.validation?.goOn(directory, validation);
  await copyFile(join(directory, logCopy), run.logFile);
  return { standing: { step, loss, losses } };
}

async function descriptionIn(directory: string): Promise<Partial<Description> | undefined> {
  try {
    return JSON.parse(await readFile(join(directory, descriptionFile), 'utf8')) ?? undefined;
  } catch {
    return undefined;
  }
}

function prefixed(kind: string, values: TensorValues): TensorValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${kind}.${name}`, value]));
}

/** The tensors of one kind in the order that the run has them in. */
function taken(kind: string, values: TensorValues, names: readonly string[]): Parameters {
  const entries = names.flatMap((name) => {
    const value = values[`${kind}.${name}`];
    return value === undefined ? [] : [[name, value] as const];
  });
  return toTensors(Object.fromEntries(entries));
}

/** The first tensor by which a state and a run differ, in words. */
function difference(
  values: TensorValues,
  groups: Moments['groups'],
  parameters: Parameters,
): string | undefined {
  const own = Object.entries(parameters);
  const expected = new Map<string, string>(
    kinds.flatMap((kind) => own.map(([name, { shape }]) => [`${kind}.${name}`, String(shape)] as const)),
  );
  const name = [...new Set([...expected.keys(), ...Object.keys(values)])].find(
    (name) => expected.get(name) !== (values[name] && String(values[name].shape)),
  );
  if (name !== undefined) {
    const [found, wanted] = [values[name]?.shape ?? 'absent', expected.get(name) ?? 'absent'];
    return `its tensor "${name}" is [${found}], not [${wanted}]`;
  }
  const grouped = groups.flatMap(({ names }) => names).sort();
  const isSame =
    grouped.join() ===
    own
      .map(([name]) => name)
      .sort()
      .join();
  return isSame ? undefined : 'its groups of tensors are not those of the model';
}
