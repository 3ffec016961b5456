import { readFileSync } from 'node:fs';
import type { TabulateParams } from '../../plan/params.ts';
import { planOf } from './pipeline-files.ts';

/** The plan of all tables and figures of the paper. */
export const all = planOf('pipelines/u2a/all.yaml');

/** A row of a table as the paper prints it. */
export interface PaperRow {
  readonly [column: string]: unknown;
}

/** Numbers of the paper: a file of test/vectors. */
export const paperVector = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'));

/** A table of the plan. */
export function tableOf(name: string): TabulateParams {
  const task = all.tasks.find(({ id }) => id === name);
  return task?.params as unknown as TabulateParams;
}
