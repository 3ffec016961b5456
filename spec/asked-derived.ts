import type { Asked, ScoreAsked } from './asked.ts';
import { checkAxisValue, checkCellScored } from './asked-parts.ts';
import type { Findings } from './findings.ts';
import { asRecord, type JsonRecord, member } from './json-value.ts';
import { childPointer } from './pointer.ts';
import type { ScoredStep } from './scored-steps.ts';

/** What each derived number takes besides the metric, and which cells it is made of. */
const rules: {
  readonly [what: string]: {
    readonly takes: 'modality' | 'against' | undefined;
    readonly reads: 'all sets' | 'a sweep' | 'a cell';
  };
} = {
  'worst-subset': { takes: undefined, reads: 'all sets' },
  'relative-drop': { takes: undefined, reads: 'a cell' },
  'curve-area': { takes: 'modality', reads: 'a sweep' },
  shapley: { takes: 'modality', reads: 'all sets' },
  recovery: { takes: 'against', reads: 'a cell' },
};

/** Whether a derived number is one of all cells of a grid, so that none is named. */
export function derivedFromAllCells(derive: JsonRecord | undefined): boolean {
  const rule = rules[String(derive?.['what'])];
  return rule !== undefined && rule.reads !== 'a cell';
}

/** A derived number must have what its formula takes, and every cell that it is made of must be scored. */
export function checkDerived(
  asked: ScoreAsked,
  { value: derive, pointer }: Asked<JsonRecord>,
  step: ScoredStep,
  findings: Findings,
): void {
  const what = String(derive['what']);
  const rule = rules[what];
  if (rule === undefined) return;
  const report = (problem: string, at: string) =>
    findings.addUnlessFound('LAC1414', { what, problem }, at, { side: 'value', subject: problem });
  for (const name of ['modality', 'against']) {
    const isThere = member(derive, name) !== undefined;
    if (isThere && name !== rule.takes) report(`has no use for \`${name}\``, childPointer(pointer, name));
    if (!isThere && name === rule.takes) report(`needs \`${name}\``, pointer);
  }
  if (asked.cell && rule.reads !== 'a cell') report('is made of many cells: name none', asked.cell.pointer);
  const against = Object.entries(asRecord(member(derive, 'against')));
  for (const [axis, value] of rule.takes === 'against' ? against : []) {
    const at = childPointer(pointer, 'against', axis);
    checkAxisValue({ owner: asked.owner, axis, value, pointer: at }, step, findings);
  }
  checkParts({ what, reads: rule.reads, modality: member(derive, 'modality'), pointer }, step, findings);
}

interface Parts {
  readonly what: string;
  readonly reads: 'all sets' | 'a sweep' | 'a cell';
  readonly modality: unknown;
  readonly pointer: string;
}

function checkParts({ what, reads, modality, pointer }: Parts, step: ScoredStep, findings: Findings): void {
  if (step.cells.length === 0) return;
  if (typeof modality === 'string' && !step.modalities.includes(modality)) {
    findings.addUnlessFound('LAC1315', { step: step.name, modality }, childPointer(pointer, 'modality'), {
      hint: { text: `its samples have ${step.modalities.join(', ')}` },
    });
    return;
  }
  if (reads === 'a cell') checkCellScored({ value: 'complete', pointer }, step, findings);
  const lacks = (cells: string) =>
    findings.addUnlessFound('LAC1415', { step: step.name, cells, what }, pointer, {
      hint: { text: reads === 'a sweep' ? 'add `available` to its grid' : 'add `subsets: all` to its grid' },
      subject: step.name,
    });
  const missing = step.sets.filter((name) => !step.cells.includes(name));
  if (reads === 'all sets' && missing.length > 0) lacks(missing.join(', '));
  if (reads === 'a sweep' && typeof modality === 'string' && !hasCurve(modality, step)) {
    lacks(`a sweep of ${modality}`);
  }
}

/** Two points at least make a curve; `complete` is the one at 100. */
function hasCurve(modality: string, { cells }: ScoredStep): boolean {
  const points = cells.filter((cell) => cell.startsWith(`${modality}@`) && cell !== `${modality}@100`);
  const hasEnd = cells.includes('complete') || cells.includes(`${modality}@100`);
  return points.length + (hasEnd ? 1 : 0) >= 2;
}
