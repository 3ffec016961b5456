import type { ScoreAsked } from './asked.ts';
import { derivedFromAllCells } from './asked-derived.ts';
import type { Findings } from './findings.ts';
import type { ScoredStep } from './scored-steps.ts';

const byClass = ['f1-class', 'recall-class'];
const byDirection = ['alignment-mse', 'alignment-cosine'];
const ofModel = ['parameters-total', 'parameters-learnable'];

/** Whether a metric has one number for the whole run, which stands in the cell `complete` whatever the grid is. */
export function isOfWholeRun(metric: string): boolean {
  return byDirection.includes(metric) || ofModel.includes(metric);
}

/** Whether a number is not known without the name of a cell. */
export function needsCell({ metric, derive, hasCells }: ScoreAsked): boolean {
  return !hasCells && !derivedFromAllCells(derive?.value) && !isOfWholeRun(metric.value);
}

/** A metric must be measured, and be asked with the class and direction that it has, and with no others. */
export function checkAskedMetric(asked: ScoreAsked, step: ScoredStep, findings: Findings): void {
  const { value: metric, pointer } = asked.metric;
  if (step.metrics.length > 0 && !step.metrics.includes(metric)) {
    findings.addUnlessFound('LAC1405', { step: step.name, name: metric }, pointer, {
      side: 'value',
      hint: { text: `it measures ${step.metrics.join(', ')}` },
      subject: step.name,
    });
    return;
  }
  checkClass(asked, findings);
  checkDirection(asked, step, findings);
  checkWholeRun(asked, findings);
}

function checkWholeRun({ owner, metric, cell, hasCells }: ScoreAsked, findings: Findings): void {
  if (!isOfWholeRun(metric.value)) return;
  const at = hasCells ? metric : cell;
  if (at === undefined || at.value === 'complete') return;
  const values = {
    owner,
    metric: metric.value,
    problem: 'is a number of the whole run and not of each cell',
  };
  findings.addUnlessFound('LAC1413', values, at.pointer);
}

function checkClass(asked: ScoreAsked, findings: Findings): void {
  const { owner, metric, isByClass } = asked;
  const hasClasses = byClass.includes(metric.value) || byDirection.includes(metric.value);
  const report = (problem: string, pointer: string, hint?: string) =>
    findings.addUnlessFound('LAC1413', { owner, metric: metric.value, problem }, pointer, {
      hint: hint === undefined ? undefined : { text: hint },
    });
  if (asked.class && !hasClasses) {
    report('has no classes', asked.class.pointer, 'delete `class`');
  } else if (isByClass && !hasClasses) {
    report(
      'has no number for each class',
      metric.pointer,
      `by class are ${[...byClass, ...byDirection].join(', ')}`,
    );
  } else if (!asked.class && !isByClass && byClass.includes(metric.value)) {
    report('is a number for each class, and no class is named', asked.pointer);
  }
}

function checkDirection(asked: ScoreAsked, step: ScoredStep, findings: Findings): void {
  const { owner, metric, direction } = asked;
  const hasDirection = byDirection.includes(metric.value);
  if (direction === undefined) {
    if (!hasDirection) return;
    findings.addUnlessFound('LAC1419', { owner, metric: metric.value }, asked.pointer, {
      hint: {
        text: `add \`direction\`, such as \`${step.modalities.slice(0, 2).join('-to-') || 'image-to-text'}\``,
      },
    });
    return;
  }
  if (!hasDirection) {
    const values = { owner, metric: metric.value, problem: 'has no direction' };
    findings.addUnlessFound('LAC1413', values, direction.pointer, { hint: { text: 'delete `direction`' } });
    return;
  }
  const [from = '', to = ''] = direction.value.split('-to-');
  const isKnown = step.modalities.length === 0 || [from, to].every((name) => step.modalities.includes(name));
  if (isKnown && from !== to) return;
  findings.addUnlessFound('LAC1420', { step: step.name, direction: direction.value }, direction.pointer, {
    hint: { text: `its samples have ${step.modalities.join(', ')}` },
    subject: step.name,
  });
}
