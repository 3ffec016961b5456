import type { Operation } from '../plan/job.ts';

/** What the bytes of a store are, for its size report; blobs of several kinds count as the first of them here. */
export const kinds = [
  'models',
  'datasets',
  'features',
  'scores',
  'tables',
  'figures',
  'other results',
  'parts',
  'plans and code',
  'unreferenced blobs',
  'entries',
  'run records',
  'histories',
  'checkpoints',
  'claims',
  'quarantine',
  'logs',
] as const;

export type Kind = (typeof kinds)[number];

const ofOperation: { readonly [operation in Operation]?: Kind } = {
  pretrain: 'models',
  train: 'models',
  preprocess: 'datasets',
  extract: 'features',
  evaluate: 'scores',
  tabulate: 'tables',
  plot: 'figures',
};

/** The kind of what an operation makes, or of a part of it. */
export function kindOf({ operation, part }: { readonly operation: Operation; readonly part?: string }): Kind {
  return part === undefined ? (ofOperation[operation] ?? 'other results') : 'parts';
}

/** The 256 folders below one of these, each small enough to be listed at once: `blobs/00/` to `blobs/ff/`. */
export function foldersOf(root: 'blobs' | 'entries' | 'checkpoints'): readonly string[] {
  return Array.from({ length: 256 }, (_, index) => `${root}/${index.toString(16).padStart(2, '0')}/`);
}
