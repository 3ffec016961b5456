import type { Asked } from './asked.ts';
import type { Findings } from './findings.ts';
import { type JsonValue, shown } from './json-value.ts';
import type { ScoredStep } from './scored-steps.ts';
import { suggest } from './suggest.ts';

const mostShown = 12;

/** A cell must be one that the grid of the step has. */
export function checkCellScored({ value, pointer }: Asked, step: ScoredStep, findings: Findings): void {
  const { name, cells } = step;
  if (cells.length === 0 || cells.includes(value)) return;
  const some = `it scores ${cells.slice(0, mostShown).join(', ')}${cells.length > mostShown ? ', …' : ''}`;
  const near = cells.length > mostShown ? suggest(value, cells) : undefined;
  findings.addUnlessFound('LAC1404', { step: name, name: value }, pointer, {
    hint: near ?? { text: some },
    subject: name,
  });
}

interface AxisValue {
  readonly owner: string;
  readonly axis: string;
  readonly value: JsonValue;
  readonly pointer: string;
}

/** An axis that is named must be one of the models of the step, and have the value. */
export function checkAxisValue(
  { owner, axis, value, pointer }: AxisValue,
  step: ScoredStep,
  findings: Findings,
): void {
  if (!checkAxis({ owner, name: axis, pointer, side: 'key' }, step.axes, findings)) return;
  const values = step.axes.get(axis) ?? [];
  if (values.length === 0 || values.includes(value)) return;
  const texts = values.map((known) => shown(known));
  findings.addUnlessFound('LAC1408', { axis, step: step.name, value: shown(value) }, pointer, {
    hint: { text: `it has ${texts.slice(0, mostShown).join(', ')}` },
    subject: `${step.name} ${shown(value)}`,
  });
}

interface AxisNamed {
  readonly owner: string;
  readonly name: string;
  readonly pointer: string;
  readonly side?: 'key' | 'value';
}

/** Whether the models have an axis; says so where they do not. */
export function checkAxis(
  { owner, name, pointer, side = 'value' }: AxisNamed,
  axes: ReadonlyMap<string, unknown>,
  findings: Findings,
): boolean {
  if (axes.has(name)) return true;
  const known = axes.size === 0 ? 'the models have no matrix' : `there is ${[...axes.keys()].join(', ')}`;
  findings.addUnlessFound('LAC1401', { owner, name }, pointer, {
    side,
    hint: suggest(name, axes.keys()) ?? { text: known },
  });
  return false;
}
