import type { Asked } from './asked.ts';
import { checkAxesAsked } from './asked-axes.ts';
import { checkFigureKind } from './check-figure-kind.ts';
import { checkSeries, type FigurePart, type FigureView } from './check-figure-series.ts';
import { checkSource } from './check-lines.ts';
import type { FileView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { asList, asRecord, type JsonRecord, member, memberAt } from './json-value.ts';
import type { Places } from './places.ts';
import { childPointer } from './pointer.ts';
import { type ScoredStepNamed, scoredSteps } from './scored-steps.ts';

/** Checks each figure: what its kind needs, and that everything that it draws is scored. */
export function checkFigures(view: FileView, places: Places, findings: Findings): void {
  const stepNamed = scoredSteps(view);
  for (const [name, value] of Object.entries(asRecord(member(view.file, 'figures')))) {
    const pointer = childPointer('/figures', name);
    checkFigure({ name, options: asRecord(value), pointer }, { stepNamed, places }, findings);
  }
}

function checkFigure(
  { name, options, pointer }: { name: string; options: JsonRecord; pointer: string },
  { stepNamed, places }: { stepNamed: ScoredStepNamed; places: Places },
  findings: Findings,
): void {
  const owner = `figure "${name}"`;
  const kind = String(member(options, 'kind'));
  const isWhole = checkFigureKind({ owner, kind, options, pointer }, findings);
  const panels = partsOf(options, 'panels', pointer, 'title');
  const series = partsOf(options, 'series', pointer, 'label');
  for (const line of series) checkSource(line.pointer, line.options, findings);
  const figure = { what: owner, options, pointer };
  const steps = [figure, ...panels, ...series].flatMap(
    (part) => stepNamed(member(part.options, 'from')) ?? [],
  );
  const shown = shownAxes(options, pointer);
  const axes = checkAxesAsked(
    { owner, pointer, options },
    shown,
    { steps: [...new Set(steps)], places },
    findings,
  );
  if (!isWhole) return;
  const whole: FigureView = { ...figure, owner, kind, axes, stepNamed };
  for (const panel of panels.length > 0 ? panels : [undefined]) {
    for (const line of series.length > 0 ? series : [undefined]) checkSeries(whole, panel, line, findings);
  }
}

/** The axes that make series, the steps of x, or the rows of a heat map. */
function shownAxes(options: JsonRecord, pointer: string): readonly Asked[] {
  return [['series'], ['x', 'axis'], ['y', 'axis']].flatMap((path) => {
    const value = memberAt(options, ...path);
    return typeof value === 'string' ? [{ value, pointer: childPointer(pointer, ...path) }] : [];
  });
}

function partsOf(
  options: JsonRecord,
  key: 'panels' | 'series',
  pointer: string,
  title: string,
): readonly FigurePart[] {
  return asList(member(options, key)).map((part, index) => ({
    what: `${key === 'panels' ? 'panel' : 'series'} "${String(member(part, title))}"`,
    options: asRecord(part),
    pointer: childPointer(pointer, key, index),
  }));
}
