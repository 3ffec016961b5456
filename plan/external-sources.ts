import type { TextProcessing } from '../schemas/generated/resolved.ts';
import type { Pipeline } from '../spec/pipeline.ts';
import { combinationsOfMatrix } from './combinations.ts';
import type { Digest } from './digest.ts';

/**
 * Bytes from outside, known by digest: `source` says to people and to workers where they come from. What is not there
 * says why; it can be planned with but not run.
 */
export type ExternalSource =
  | { readonly digest: Digest; readonly source: string }
  | { readonly absent: string; readonly source: string };

/** What a pipeline reads from outside, looked up before planning so that planning stays pure. */
export interface ExternalSources {
  /** By name of the data set. */
  readonly data: ReadonlyMap<string, ExternalSource>;
  /** By the text of `from`, `vocabulary` or `model`. */
  readonly weights: ReadonlyMap<string, ExternalSource>;
  /** By `codeName` of the paths. */
  readonly code: ReadonlyMap<string, ExternalSource>;
}

/** What bytes from outside are read for. */
export type WeightUse = 'encoder' | 'vocabulary' | 'tokenizer' | 'model';

/** The texts of `from`, `vocabulary` and `model` that name bytes outside the pipeline, each with all that it is read for. */
export function weightSourcesOf(pipeline: Pipeline): ReadonlyMap<string, readonly WeightUse[]> {
  const steps = new Set(pipeline.steps.map(({ name }) => name));
  const encoders = Object.values(pipeline.encoders).flatMap((encoder) =>
    encoder && !steps.has(encoder.from) ? [encoder.from] : [],
  );
  const texts = pipeline.steps.flatMap((step) => {
    if (step.uses !== 'preprocess') return [];
    return combinationsOfMatrix(step).flatMap((axes) => {
      const { text } = pipeline.resolveWith(step, axes);
      return text === undefined ? [] : [{ from: text.vocabulary, use: useOf(text) }];
    });
  });
  const models = pipeline.steps.flatMap((step) => {
    if (step.uses !== 'evaluate') return [];
    const { model } = pipeline.resolveWith(step, {});
    return steps.has(model) ? [] : [{ from: model, use: 'model' as const }];
  });
  const named = [...encoders.map((from) => ({ from, use: 'encoder' as const })), ...texts, ...models];
  const usesOf = (text: string) => named.filter(({ from }) => from === text).map(({ use }) => use);
  return new Map(named.map(({ from }) => [from, [...new Set(usesOf(from))]]));
}

/** What a text is cut up by, as an input's role and as what its folder is read for. */
export function useOf({ tokenizer }: Pick<TextProcessing, 'tokenizer'>): 'vocabulary' | 'tokenizer' {
  return tokenizer === 'file' ? 'tokenizer' : 'vocabulary';
}

/** Code of a program: files and folders, and a step that lists them, for messages. */
export interface CodeListed {
  readonly paths: readonly string[];
  readonly step: string;
}

/** Every list of code of the command steps, by `codeName`. */
export function codeSourcesOf(pipeline: Pipeline): ReadonlyMap<string, CodeListed> {
  const listed = pipeline.steps.flatMap((step) => {
    if (step.uses !== 'command') return [];
    return combinationsOfMatrix(step).flatMap((axes): CodeListed[] => {
      const { code } = pipeline.resolveWith(step, axes);
      return code === undefined ? [] : [{ paths: code, step: step.name }];
    });
  });
  return new Map(listed.map((code) => [codeName(code.paths), code]));
}

/** The same for the same paths in any order. */
export function codeName(paths: readonly string[]): string {
  return JSON.stringify([...paths].sort());
}

/** The source of a name that was looked up before planning. */
export function known(sources: ReadonlyMap<string, ExternalSource>, name: string): ExternalSource {
  const source = sources.get(name);
  if (source === undefined) throw new Error(`the digest of ${name} was not looked up before planning`);
  return source;
}
