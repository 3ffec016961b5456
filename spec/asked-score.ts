import type { ScoreAsked } from './asked.ts';
import { checkDerived } from './asked-derived.ts';
import { checkAskedMetric, isOfWholeRun, needsCell } from './asked-metric.ts';
import { checkAxisValue, checkCellScored } from './asked-parts.ts';
import type { Findings } from './findings.ts';
import type { ScoredStep } from './scored-steps.ts';

/** Checks one number against the step that it is read from: that all of it is measured and scored. */
export function checkScoreAsked(asked: ScoreAsked, step: ScoredStep, findings: Findings): void {
  checkAskedMetric(asked, step, findings);
  if (asked.derive) checkDerived(asked, asked.derive, step, findings);
  for (const [axis, { value, pointer }] of asked.where) {
    checkAxisValue({ owner: asked.owner, axis, value, pointer }, step, findings);
  }
  const { cell } = asked;
  if (cell && !isOfWholeRun(asked.metric.value)) checkCellScored(cell, step, findings);
  if (cell === undefined && needsCell(asked)) {
    findings.addUnlessFound('LAC1410', { owner: asked.owner, metric: asked.metric.value }, asked.pointer, {
      hint: { text: 'add `cell`, such as `cell: complete`' },
    });
  }
}
