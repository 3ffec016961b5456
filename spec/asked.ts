import type { JsonRecord, JsonValue } from './json-value.ts';

/** A value with the place where it is written. */
export interface Asked<Value = string> {
  readonly value: Value;
  readonly pointer: string;
}

/** What one number of a table or figure is asked of the runs of an evaluate step. */
export interface ScoreAsked {
  /** `table "main"`. */
  readonly owner: string;
  /** The line to point at where something is not written. */
  readonly pointer: string;
  readonly metric: Asked;
  readonly cell?: Asked | undefined;
  readonly class?: Asked | undefined;
  readonly direction?: Asked | undefined;
  readonly derive?: Asked<JsonRecord> | undefined;
  readonly where: ReadonlyMap<string, Asked<JsonValue>>;
  /** Whether numbers of all classes are shown side by side. */
  readonly isByClass: boolean;
  /** Whether the cells come from elsewhere, as those along an axis of a figure do. */
  readonly hasCells: boolean;
}
