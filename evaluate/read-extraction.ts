import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { setsOf } from '../grid/cells.ts';
import { extractionFiles, type SplitSamples } from '../grid/split-samples.ts';
import { readHeader, readTensors, type TensorValues } from '../tensor/safetensors.ts';

/** What operation `extract` left of a model and a split. */
export interface Extraction {
  readonly samples: SplitSamples;
  /** By name of a set of modalities: logits [rows, classes]. */
  readonly logits: ReadonlyMap<string, Float32Array>;
}

/** The samples and logits in the folder of an extraction; a file that is not what it should be is LAC7105. */
export async function readExtraction(directory: string): Promise<Extraction> {
  const samples = await readSamples(join(directory, extractionFiles.samples));
  const file = join(directory, extractionFiles.logits);
  const names = setsOf(samples.modalities).map(({ name }) => name);
  const tensors = await readTensors(file, names);
  const expected = [samples.ids.length, samples.classes.length];
  const logits = names.map((name) => {
    const { shape, data } = tensors[name] ?? { shape: [], data: new Float32Array() };
    if (String(shape) !== String(expected) || !(data instanceof Float32Array)) {
      throw failure('LAC7105', { file, reason: `"${name}" is [${shape}], not float32 [${expected}]` });
    }
    return [name, data] as const;
  });
  return { samples, logits: new Map(logits) };
}

/** The class tokens and proxies that encoders computed of complete samples, [rows, width] by name. */
export async function readTokens(directory: string): Promise<TensorValues> {
  const file = join(directory, extractionFiles.features);
  const { tensors } = await readHeader(file);
  // What an encoder says when it is told that others are absent is marked with an @.
  return readTensors(
    file,
    [...tensors.keys()].filter((name) => !name.includes('@')),
  );
}

async function readSamples(file: string): Promise<SplitSamples> {
  let samples: unknown;
  try {
    samples = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw failure('LAC7105', { file, reason: error instanceof Error ? error.message : String(error) }, error);
  }
  const reason = problemOf(samples);
  if (reason !== undefined) throw failure('LAC7105', { file, reason });
  return samples as SplitSamples;
}

function problemOf(value: unknown): string | undefined {
  const samples = (value ?? {}) as Partial<SplitSamples>;
  if (samples.version !== 1) return `its version is ${JSON.stringify(samples.version)}, not 1`;
  const { ids, classes, modalities, lacking, parameters } = samples;
  if (!Array.isArray(ids) || !Array.isArray(classes) || !Array.isArray(modalities))
    return 'it has no lists of ids, classes and modalities';
  if (lacking === undefined || parameters === undefined)
    return 'it does not say what is lacking, or no parameters';
  const isPlace = (place: unknown) => Number.isInteger(place) && ids[place as number] !== undefined;
  const astray = Object.entries(lacking).find(
    ([modality, places]) => !modalities.includes(modality) || !places.every(isPlace),
  );
  if (astray !== undefined) return `what lacks ${astray[0]} is not a list of its samples`;
  return problemOfTruth(samples, ids.length, classes.length);
}

function problemOfTruth(
  { multiLabel, labels, labelSets }: Partial<SplitSamples>,
  rows: number,
  classes: number,
): string | undefined {
  const sets = multiLabel ? labelSets : labels?.map((label) => [label]);
  if (sets?.length !== rows) return 'it does not have the classes of each of its samples';
  const isClass = (label: number) => Number.isInteger(label) && label >= 0 && label < classes;
  const wrong = sets.findIndex((set) => !set.every(isClass));
  return wrong === -1 ? undefined : `sample ${wrong + 1} has a class that is none of ${classes}`;
}
