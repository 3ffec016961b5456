import type { Asked, ScoreAsked } from './asked.ts';
import { type AxesAsked, checkAxesAccounted } from './asked-axes.ts';
import { checkAxis, checkCellScored } from './asked-parts.ts';
import { checkScoreAsked } from './asked-score.ts';
import type { Findings } from './findings.ts';
import { asRecord, type JsonRecord, type JsonValue, member, textsOf } from './json-value.ts';
import { childPointer } from './pointer.ts';
import type { ScoredStep, ScoredStepNamed } from './scored-steps.ts';

/** Options with the place where they stand: those of a figure, of a panel or of a series. */
export interface FigurePart {
  readonly what: string;
  readonly options: JsonRecord;
  readonly pointer: string;
}

/** A figure with what is known of it. */
export interface FigureView extends FigurePart {
  readonly owner: string;
  readonly kind: string;
  readonly axes: AxesAsked;
  readonly stepNamed: ScoredStepNamed;
}

/** Checks a line or a colour of a panel: what figure, panel and series ask for together. */
export function checkSeries(
  figure: FigureView,
  panel: FigurePart | undefined,
  line: FigurePart | undefined,
  findings: Findings,
): void {
  if (line && isLiterature(line)) return;
  // The innermost part says what is meant; panel and series stand side by side and must agree.
  const parts = [line, panel, figure].filter((part) => part !== undefined);
  if (panel && line) checkConflicts(figure.owner, panel, line, findings);
  const [inner = figure] = parts;
  const from = askedIn(parts, 'from');
  if (from === undefined) {
    const what = inner === figure ? figure.owner : `${inner.what} of ${figure.owner}`;
    findings.addUnlessFound('LAC1409', { what }, inner.pointer, {
      side: 'key',
      hint: { text: 'add `from`, the name of an evaluate step' },
    });
    return;
  }
  const step = figure.stepNamed(from.value);
  if (step) checkScoresOf(figure, parts, { step, from, inner }, findings);
}

function isLiterature({ options }: FigurePart): boolean {
  return member(options, 'values') !== undefined || member(options, 'source') !== undefined;
}

interface ScoresRead {
  readonly step: ScoredStep;
  readonly from: Asked<JsonValue>;
  readonly inner: FigurePart;
}

function checkScoresOf(
  figure: FigureView,
  parts: readonly FigurePart[],
  { step, from, inner }: ScoresRead,
  findings: Findings,
): void {
  const { owner, axes, pointer } = figure;
  for (const { value: name } of axes.isKnown ? axes.shown : []) {
    checkAxis({ owner, name, pointer: from.pointer }, step.axes, findings);
  }
  const where = whereOf(parts);
  checkAxesAccounted(axes, where, step, findings);
  const cell = textIn(parts, 'cell');
  const hasCells = checkCellsOfX(figure, cell, step, findings);
  const asked: ScoreAsked = {
    owner,
    pointer: inner.pointer,
    metric: textIn(parts, 'metric') ?? { value: 'accuracy', pointer },
    cell: hasCells ? undefined : cell,
    direction: textIn(parts, 'direction'),
    where,
    isByClass: figure.kind === 'bars',
    hasCells,
  };
  checkScoreAsked(asked, step, findings);
}

function checkConflicts(owner: string, panel: FigurePart, line: FigurePart, findings: Findings): void {
  const report = (what: string, pointer: string) => {
    const values = { owner, one: panel.what, other: line.what, what };
    findings.addUnlessFound('LAC1411', values, pointer, {
      hint: { text: 'write it in one of them' },
      subject: panel.what,
    });
  };
  for (const name of ['from', 'cell', 'metric', 'direction']) {
    const [one, other] = [member(panel.options, name), member(line.options, name)];
    if (one !== undefined && other !== undefined && one !== other)
      report(`\`${name}\``, childPointer(line.pointer, name));
  }
  const around = asRecord(member(panel.options, 'where'));
  for (const [axis, value] of Object.entries(asRecord(member(line.options, 'where')))) {
    const other = member(around, axis);
    if (other === undefined || other === value) continue;
    report(`value of the axis "${axis}"`, childPointer(line.pointer, 'where', axis));
  }
}

/**
 * Whether x says which cells are shown. They must be scored: those that are named, or some of a sweep or a scenario;
 * and no other cell may be asked for.
 */
function checkCellsOfX(
  figure: FigureView,
  cell: Asked | undefined,
  step: ScoredStep,
  findings: Findings,
): boolean {
  const x = member(figure.options, 'x');
  const pointer = childPointer(figure.pointer, 'x');
  if (!['available', 'scenario', 'cells'].some((name) => member(x, name) !== undefined)) return false;
  if (cell) {
    const values = { owner: figure.owner, option: 'cell', why: '`x` says which cells are shown' };
    findings.addUnlessFound('LAC1427', values, cell.pointer);
  }
  for (const [index, value] of textsOf(member(x, 'cells'))) {
    checkCellScored({ value, pointer: childPointer(pointer, 'cells', index) }, step, findings);
  }
  for (const key of ['available', 'scenario']) {
    const name = member(x, key);
    if (typeof name !== 'string' || step.cells.length === 0) continue;
    if (step.cells.some((cell) => cell.startsWith(`${name}@`))) continue;
    const cells = key === 'available' ? `a sweep of ${name}` : `${name} at any rate`;
    findings.addUnlessFound('LAC1428', { step: step.name, cells }, childPointer(pointer, key), {
      hint: { text: `add \`${key}\` to its grid` },
      subject: step.name,
    });
  }
  return true;
}

function askedIn(parts: readonly FigurePart[], name: string): Asked<JsonValue> | undefined {
  for (const { options, pointer } of parts) {
    const value = member(options, name);
    if (value !== undefined) return { value, pointer: childPointer(pointer, name) };
  }
  return undefined;
}

function textIn(parts: readonly FigurePart[], name: string): Asked | undefined {
  const asked = askedIn(parts, name);
  return typeof asked?.value === 'string' ? { value: asked.value, pointer: asked.pointer } : undefined;
}

function whereOf(parts: readonly FigurePart[]): ReadonlyMap<string, Asked<JsonValue>> {
  const entries = parts.toReversed().flatMap(({ options, pointer }) =>
    Object.entries(asRecord(member(options, 'where'))).map(([axis, value]) => {
      return [axis, { value, pointer: childPointer(pointer, 'where', axis) }] as const;
    }),
  );
  return new Map(entries);
}
