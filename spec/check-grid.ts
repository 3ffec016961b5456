import type { FileView, StepView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { type GridEntryView, gridOf } from './grid-view.ts';
import { childPointer } from './pointer.ts';
import { definition } from './schema-node.ts';
import { scoredSteps } from './scored-steps.ts';

/** Checks each entry of each grid: one kind of cells, complete, and of modalities that the samples have. */
export function checkGrids(view: FileView, findings: Findings): void {
  const named = scoredSteps(view);
  for (const step of view.steps.values()) {
    if (step.uses !== 'evaluate') continue;
    const modalities = named(step.name)?.modalities ?? [];
    gridOf(step).forEach((entry, index) => {
      const pointer = childPointer(step.pointer, 'with', 'grid', index);
      if (!checkEntryForm(step, entry, pointer, findings) || modalities.length === 0) return;
      checkEntryModalities(step, { entry, pointer, modalities }, findings);
    });
    checkMetrics(step, modalities, findings);
  }
}

const kinds = [['subsets'], ['scenario', 'rate'], ['available']] as const;

/** Whether an entry is of exactly one kind and has all that its kind needs. */
function checkEntryForm(
  { name: step }: StepView,
  { keys }: GridEntryView,
  pointer: string,
  findings: Findings,
): boolean {
  const written = kinds.filter((kind) => kind.some((key) => keys.includes(key)));
  const [kind, second] = written;
  // A key that is none of these was meant as one, and is reported.
  if (kind === undefined && keys.length > 0) return false;
  if (kind === undefined || second !== undefined) {
    const actual = written.map(([first]) => `\`${first}\``).join(' and ') || 'nothing of it';
    findings.addUnlessFound('LAC1313', { step, actual }, pointer, {
      hint: { text: second ? 'make an entry of each' : 'such as {subsets: all}' },
    });
    return false;
  }
  const missing = kind.find((key) => !keys.includes(key));
  if (missing === undefined) return true;
  findings.addUnlessFound('LAC1314', { step, missing }, pointer, {
    hint: { text: missing === 'rate' ? 'add the percents, such as `rate: [30, 70]`' : `add \`${missing}\`` },
  });
  return false;
}

interface EntryCheck {
  readonly entry: GridEntryView;
  readonly pointer: string;
  readonly modalities: readonly string[];
}

function checkEntryModalities(
  step: StepView,
  { entry, pointer, modalities }: EntryCheck,
  findings: Findings,
) {
  const key = kinds.flat().find((name) => entry.keys.includes(name)) ?? '';
  const at = childPointer(pointer, key);
  const asked = modalitiesAsked(entry);
  for (const modality of asked.filter((name) => !modalities.includes(name))) {
    const where = key === 'available' ? childPointer(at, modality) : at;
    findings.addUnlessFound('LAC1315', { step: step.name, modality }, where, {
      side: key === 'available' ? 'key' : 'value',
      hint: { text: `its samples have ${modalities.join(', ')}` },
      subject: modality,
    });
  }
  const isThinned = key === 'available' || entry.scenarios.some((scenario) => scenario !== 'complete');
  if (!isThinned || modalities.length > 1) return;
  findings.addUnlessFound('LAC1316', { step: step.name, modality: modalities.join('') }, at, { side: 'key' });
}

function modalitiesAsked({ subsets, scenarios, sweeps }: GridEntryView): readonly string[] {
  const ofSets = (subsets === 'all' ? [] : subsets).flatMap((name) =>
    name === 'complete' ? [] : name.replace(/^only-/, '').split('+'),
  );
  const ofScenarios = scenarios
    .filter((name) => /^missing-(?!both$)/.test(name))
    .map((name) => name.replace('missing-', ''));
  const known = definition('modality').enum ?? [];
  return [...new Set([...ofSets, ...ofScenarios, ...Object.keys(sweeps)])].filter((name) =>
    known.includes(name),
  );
}

/** What one modality stands in for another by can only be measured between two. */
function checkMetrics(step: StepView, modalities: readonly string[], findings: Findings): void {
  const metrics = step.variants[0]['metrics'];
  if (modalities.length !== 1 || !Array.isArray(metrics)) return;
  metrics.forEach((metric, index) => {
    if (!String(metric).startsWith('alignment-')) return;
    const pointer = childPointer(step.pointer, 'with', 'metrics', index);
    const values = { step: step.name, metric: String(metric), modality: modalities.join('') };
    findings.addUnlessFound('LAC1317', values, pointer);
  });
}
