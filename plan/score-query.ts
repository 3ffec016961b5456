import type { ScoreQuery } from '../score/score.ts';

/** What an author asks for, as far as it is written. */
export interface WrittenQuery {
  readonly metric: string;
  readonly cell?: string | undefined;
  readonly class?: string | undefined;
  readonly direction?: string | undefined;
  readonly derive?: { readonly what: NonNullable<ScoreQuery['derive']>['what']; readonly modality?: string };
}

/** Metrics of a model, not of a cell; they are scored once, under the complete cell. */
const ofModel = /^(?:alignment|parameters)-/;

/** The score that is meant. */
export function queryOf({ metric, cell, class: className, direction, derive }: WrittenQuery): ScoreQuery {
  const place = cell ?? (ofModel.test(metric) ? 'complete' : undefined);
  return {
    metric,
    ...(place !== undefined && { cell: place }),
    ...(className !== undefined && { class: className }),
    ...(direction !== undefined && { direction }),
    ...(derive && { derive: { what: derive.what, ...(derive.modality && { modality: derive.modality }) } }),
  };
}
