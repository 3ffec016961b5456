import type { ScoreQuery } from '../score/score.ts';

/** What a cell asks of each run: `accuracy of only-text`, `f1-class of complete, class Drama`. */
export function queryText(query: ScoreQuery): string {
  const { cell, class: name, direction } = query;
  const details = [
    ...(direction === undefined ? [] : [direction]),
    ...(name === undefined ? [] : [`class ${name}`]),
  ];
  const of = cell === undefined ? '' : ` of ${cell}`;
  return [`${measureText(query)}${of}`, ...details].join(', ');
}

/** What is measured, of any cell and class: `accuracy`, `relative-drop of accuracy`, `shapley (text) of accuracy`. */
export function measureText({ metric, derive }: ScoreQuery): string {
  if (derive === undefined) return metric;
  const { what, modality } = derive;
  return `${what}${modality === undefined ? '' : ` (${modality})`} of ${metric}`;
}

/** Whether the number is a percentage: all are but distances between tokens, counts, and areas and shares of those. */
export function isPercent({ metric, derive }: ScoreQuery): boolean {
  if (derive?.what === 'relative-drop' || derive?.what === 'recovery') return true;
  return !/^(?:alignment|parameters)-/.test(metric);
}
