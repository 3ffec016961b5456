import type { Asked } from './asked.ts';
import { checkAxis } from './asked-parts.ts';
import type { Findings } from './findings.ts';
import { type JsonRecord, member, textsOf } from './json-value.ts';
import type { Places } from './places.ts';
import { childPointer } from './pointer.ts';
import type { ScoredStep } from './scored-steps.ts';

/** What a table or figure says of the axes of the models that it reads. */
export interface AxesAsked {
  /** `table "main"`. */
  readonly owner: string;
  readonly pointer: string;
  /** Axes that are shown: they make rows, series or a side of a plot. */
  readonly shown: readonly Asked[];
  readonly over: readonly Asked[];
  /** The default of `over` is the seed axis, where there is one. */
  readonly isOverWritten: boolean;
  /** Whether every axis that is named is one of some step: a misspelt one is not left out as well. */
  readonly isKnown: boolean;
}

/** Reads `over` beside the axes that are shown, and checks that all are axes of one of the steps at least. */
export function checkAxesAsked(
  { owner, pointer, options }: { owner: string; pointer: string; options: JsonRecord },
  shown: readonly Asked[],
  { steps, places }: { steps: readonly ScoredStep[]; places: Places },
  findings: Findings,
): AxesAsked {
  const overPointer = childPointer(pointer, 'over');
  const isOverWritten = places.get(overPointer) !== undefined;
  const over = textsOf(member(options, 'over')).map(([index, value]) => ({
    value,
    pointer: isOverWritten ? childPointer(overPointer, index) : overPointer,
  }));
  const axes = new Map(steps.flatMap((step) => [...step.axes]));
  const names = [...shown, ...(isOverWritten ? over : [])];
  if (steps.length > 0) {
    const unshown = names.filter(
      ({ value }, index) => names.findIndex((one) => one.value === value) === index,
    );
    for (const { value, pointer: at } of unshown)
      checkAxis({ owner, name: value, pointer: at }, axes, findings);
  }
  for (const { value, pointer: at } of over) {
    if (!shown.some((axis) => axis.value === value)) continue;
    const text = isOverWritten ? 'delete it here' : '`over` is [seed] unless written: write `over: []`';
    findings.addUnlessFound('LAC1403', { owner, name: value }, at, { hint: { text }, subject: value });
  }
  const isKnown = names.every(({ value }) => axes.has(value));
  return { owner, pointer, shown, over, isOverWritten, isKnown };
}

/** Every axis of the models must be shown, fixed or aggregated: one that is not would put different runs together. */
export function checkAxesAccounted(
  { owner, pointer, shown, over, isOverWritten, isKnown }: AxesAsked,
  where: ReadonlyMap<string, Asked<unknown>>,
  step: ScoredStep,
  findings: Findings,
): void {
  for (const { value: axis } of shown) {
    const fixed = where.get(axis);
    if (fixed) findings.addUnlessFound('LAC1412', { owner, axis }, fixed.pointer, { side: 'key' });
  }
  // A misspelt axis has been reported: the axis that it means is not left out.
  if (!isKnown || [...where.keys()].some((axis) => !step.axes.has(axis))) return;
  const named = [...shown, ...over].map(({ value }) => value);
  const aggregated = over.map(({ value }) => value).filter((name) => step.axes.has(name));
  for (const [name, values] of step.axes) {
    if (values.length === 0 || named.includes(name) || where.has(name)) continue;
    findings.addUnlessFound(
      'LAC1402',
      { owner, name },
      isOverWritten ? childPointer(pointer, 'over') : pointer,
      {
        side: 'key',
        hint: { text: `add it: over: [${[...aggregated, name].join(', ')}]` },
        subject: name,
      },
    );
  }
}
