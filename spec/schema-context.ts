import type { Findings } from './findings.ts';

/** Says of a value where it came from, when that is not where it is used. */
export type NotesFor = (pointer: string) => readonly string[];

/** Where what the schema refuses is reported. */
export interface SchemaContext {
  readonly findings: Findings;
  readonly notesFor: NotesFor;
}
