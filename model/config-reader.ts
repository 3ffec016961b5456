import type { Activation } from './transformer-kind.ts';

/** A JSON object of unknown contents. */
export type Fields = { readonly [name: string]: unknown };

/** Reads typed fields of a Hugging Face configuration and collects what is wrong with them. */
interface ConfigReader {
  readonly problems: string[];
  /** A positive integer; `fallback` where the field is absent or null. */
  integer(name: string, fallback: number): number;
  /** A finite number of at least 0. */
  number(name: string, fallback: number): number;
  activation(fallback: Activation): Activation;
  /** Notes a problem unless the field is absent or one of `allowed`. */
  expect(name: string, allowed: readonly string[]): void;
}

/** True for a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

/** A reader of `fields`; `problems` grows as fields are read. */
export function configReader(fields: Fields): ConfigReader {
  const problems: string[] = [];
  const read = <T>(name: string, fallback: T, accepts: (value: unknown) => value is T, wanted: string): T => {
    const value = fields[name] ?? fallback;
    if (accepts(value)) return value;
    problems.push(`${name} is ${show(value)}, not ${wanted}`);
    return fallback;
  };
  const isPositiveInteger = (value: unknown): value is number =>
    Number.isSafeInteger(value) && (value as number) > 0;
  const isNumber = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;
  const isActivation = (value: unknown): value is Activation => value === 'gelu' || value === 'quick_gelu';
  return {
    problems,
    integer: (name, fallback) => read(name, fallback, isPositiveInteger, 'a positive integer'),
    number: (name, fallback) => read(name, fallback, isNumber, 'a number of at least 0'),
    activation: (fallback) => read('hidden_act', fallback, isActivation, '"gelu" or "quick_gelu"'),
    expect: (name, allowed) => {
      const value = fields[name] ?? allowed[0];
      if (!allowed.some((one) => one === value)) {
        problems.push(`${name} is ${show(value)}, not ${allowed.map(show).join(' or ')}`);
      }
    },
  };
}

/** Notes a problem when the heads do not divide the width. */
export function expectDivisible(problems: string[], width: number, heads: number): void {
  if (width % heads !== 0)
    problems.push(`hidden_size ${width} is not divisible by num_attention_heads ${heads}`);
}
