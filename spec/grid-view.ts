import type { GridRequest } from '../grid/cells.ts';
import type { StepView } from './file-view.ts';
import { asList, asRecord, type JsonValue, member, textsOf } from './json-value.ts';

/** An entry of a grid as far as it can be understood, lists made of single values. */
export interface GridEntryView {
  readonly subsets: 'all' | readonly string[];
  readonly scenarios: readonly string[];
  readonly rates: readonly number[];
  readonly sweeps: { readonly [modality: string]: readonly number[] };
  /** The keys that are written. */
  readonly keys: readonly string[];
}

/** The grid of an evaluate step, read leniently: what is at fault in form is left out. */
export function gridOf(evaluate: StepView): readonly GridEntryView[] {
  return asList(evaluate.variants[0]['grid']).map((entry) => {
    const subsets = member(entry, 'subsets');
    const sweeps = Object.entries(asRecord(member(entry, 'available')));
    return {
      subsets: subsets === 'all' ? subsets : textsOf(subsets).map(([, text]) => text),
      scenarios: textsOf(asItems(member(entry, 'scenario'))).map(([, text]) => text),
      rates: numbersOf(asItems(member(entry, 'rate'))),
      sweeps: Object.fromEntries(sweeps.map(([modality, percents]) => [modality, numbersOf(percents)])),
      keys: Object.keys(asRecord(entry)),
    };
  });
}

/** The same as the room of grids reads it. */
export function requestOf({ subsets, scenarios, rates, sweeps }: GridEntryView): GridRequest {
  return { subsets, scenario: scenarios, rate: rates, available: sweeps };
}

function asItems(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'string' || typeof value === 'number' ? [value] : value;
}

function numbersOf(value: JsonValue | undefined): readonly number[] {
  return asList(value).filter((item) => typeof item === 'number');
}
