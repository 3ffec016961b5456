import type { FileView, StepView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { type JsonRecord, type JsonValue, memberAt, shown, textsOf } from './json-value.ts';
import { childPointer } from './pointer.ts';
import { datasetOf, isFolder, modalitiesOf, stepNamed } from './step-graph.ts';

/** Checks that data, encoders and steps fit each other: modalities, splits, architectures, sizes. */
export function checkModels(view: FileView, findings: Findings): void {
  checkArchitectures(view, findings);
  checkReadings(view, findings);
  for (const step of view.steps.values()) {
    if (step.uses === 'preprocess') checkMakesSomething(step, findings);
    for (const options of step.variants) checkStep(view, step, options, findings);
  }
}

function checkStep(view: FileView, step: StepView, options: JsonRecord, findings: Findings): void {
  if (step.uses === 'train') {
    checkEncoders(view, step, options, findings);
    checkModality(view, step, options, findings);
    checkSplit(
      view,
      { step, dataset: datasetOf(view, options), split: 'train', option: 'dataset' },
      findings,
    );
  } else if (step.uses === 'pretrain') {
    checkPretrain(view, step, options, findings);
    checkSplit(
      view,
      { step, dataset: datasetOf(view, options), split: 'train', option: 'dataset' },
      findings,
    );
    checkHeads(step, options, findings);
  } else if (step.uses === 'evaluate') {
    const model = stepNamed(view, options['model'], 'train');
    const dataset = datasetOf(view, model?.variants[0] ?? options);
    checkSplit(view, { step, dataset, split: options['split'], option: 'split' }, findings);
    checkSamples(step, options, model, findings);
  }
}

/** A folder says nothing of samples; the models of a step have theirs from it. */
function checkSamples(
  step: StepView,
  { model, dataset }: JsonRecord,
  train: StepView | undefined,
  findings: Findings,
): void {
  if (isFolder(model) && dataset === undefined) {
    findings.addUnlessFound(
      'LAC1318',
      { step: step.name, folder: shown(model) },
      childPointer(step.pointer, 'with', 'model'),
      { hint: { text: 'add `dataset`, a preprocess step' } },
    );
  }
  if (train !== undefined && dataset !== undefined) {
    findings.addUnlessFound(
      'LAC1319',
      { step: step.name, model: train.name },
      childPointer(step.pointer, 'with', 'dataset'),
      { side: 'key', hint: { text: 'leave it out' } },
    );
  }
}

const architectures: { readonly [modality: string]: string } = {
  image: 'clip-vit',
  text: 'bert',
  audio: 'ast',
  video: 'clip-vit',
};

function checkArchitectures(view: FileView, findings: Findings): void {
  for (const [modality, expected] of Object.entries(architectures)) {
    const actual = memberAt(view.file, 'encoders', modality, 'architecture');
    if (typeof actual !== 'string' || actual === expected) continue;
    const pointer = childPointer('/encoders', modality, 'architecture');
    findings.addUnlessFound('LAC1307', { modality, expected, actual }, pointer, {
      hint: { text: `write ${expected}`, replace: expected },
    });
  }
}

/** Readings of an output that only one architecture has. */
const readings = [
  { option: 'outputNorm', value: 'none', architecture: 'clip-vit' },
  { option: 'classToken', value: 'pooler', architecture: 'bert' },
  { option: 'classToken', value: 'mean-with-distillation', architecture: 'ast' },
];

function checkReadings(view: FileView, findings: Findings): void {
  for (const modality of Object.keys(architectures)) {
    const architecture = memberAt(view.file, 'encoders', modality, 'architecture');
    for (const { option, value, architecture: owner } of readings) {
      if (memberAt(view.file, 'encoders', modality, option) !== value) continue;
      if (typeof architecture !== 'string' || architecture === owner) continue;
      const pointer = childPointer('/encoders', modality, option);
      findings.addUnlessFound('LAC1312', { option, value, architecture }, pointer, {
        hint: { text: `only ${owner} has it` },
      });
    }
  }
}

/** The one modality that a model is to read must be among those of its samples. */
function checkModality(view: FileView, step: StepView, options: JsonRecord, findings: Findings): void {
  const dataset = datasetOf(view, options);
  const modality = options['modality'];
  if (dataset === undefined || typeof modality !== 'string') return;
  if (modalitiesOf(dataset).includes(modality)) return;
  const values = { step: step.name, modality, from: dataset.name };
  findings.addUnlessFound('LAC1308', values, childPointer(step.pointer, 'with', 'modality'), {
    hint: { text: `"${dataset.name}" makes ${modalitiesOf(dataset).join(', ')}` },
    subject: modality,
  });
}

function checkMakesSomething(step: StepView, findings: Findings): void {
  if (modalitiesOf(step).length > 0 || step.variants[0]['data'] === undefined) return;
  const values = { step: step.name, modality: 'image, text, audio or video', from: step.name };
  findings.addUnlessFound('LAC1308', values, childPointer(step.pointer, 'with'), { side: 'key' });
}

function checkEncoders(view: FileView, step: StepView, options: JsonRecord, findings: Findings): void {
  const dataset = datasetOf(view, options);
  for (const modality of dataset ? modalitiesOf(dataset) : []) {
    if (memberAt(view.file, 'encoders', modality) !== undefined) continue;
    const pointer = childPointer(step.pointer, 'with', 'dataset');
    findings.addUnlessFound('LAC1306', { step: step.name, modality }, pointer, {
      hint: { text: `add \`${modality}\` under \`encoders\`` },
      subject: modality,
    });
  }
}

interface SplitNeed {
  readonly step: StepView;
  readonly dataset: StepView | undefined;
  readonly split: JsonValue | undefined;
  /** The option to point at. */
  readonly option: string;
}

function checkSplit(view: FileView, { step, dataset, split, option }: SplitNeed, findings: Findings): void {
  const data = dataset?.variants[0]['data'];
  if (typeof data !== 'string' || typeof split !== 'string') return;
  const splits = textsOf(memberAt(view.file, 'data', data, 'with', 'splits')).map(([, text]) => text);
  if (splits.length === 0 || splits.includes(split)) return;
  findings.addUnlessFound(
    'LAC1309',
    { step: step.name, split, data },
    childPointer(step.pointer, 'with', option),
    {
      hint: { text: `data set "${data}" keeps ${splits.join(', ')}` },
      subject: split,
    },
  );
}

/** What a pretrain step learns from: what it names, else what its architecture reads and the samples have. */
function pretrainModality(dataset: StepView, options: JsonRecord): string {
  const named = options['modality'];
  if (typeof named === 'string') return named;
  if (memberAt(options, 'encoder', 'architecture') === 'ast') return 'audio';
  const made = modalitiesOf(dataset);
  return made.includes('video') && !made.includes('image') ? 'video' : 'image';
}

function checkPretrain(view: FileView, step: StepView, options: JsonRecord, findings: Findings): void {
  const dataset = datasetOf(view, options);
  if (dataset === undefined) return;
  const modality = pretrainModality(dataset, options);
  const actual = memberAt(options, 'encoder', 'architecture');
  if (typeof actual === 'string' && architectures[modality] !== actual) {
    const expected = architectures[modality] ?? '';
    const pointer = childPointer(step.pointer, 'with', 'modality');
    findings.addUnlessFound('LAC1307', { modality, expected, actual }, pointer, { side: 'value' });
    return;
  }
  if (!modalitiesOf(dataset).includes(modality)) {
    const values = { step: step.name, modality, from: dataset.name };
    findings.addUnlessFound('LAC1308', values, childPointer(step.pointer, 'with', 'dataset'));
    return;
  }
  if (modality !== 'audio') checkPatch(step, options, { dataset, modality }, findings);
}

function checkPatch(
  step: StepView,
  options: JsonRecord,
  { dataset, modality }: { readonly dataset: StepView; readonly modality: string },
  findings: Findings,
): void {
  const patch = memberAt(options, 'encoder', 'patch');
  const sizes = new Set(dataset.variants.map((variant) => memberAt(variant, modality, 'size')));
  for (const size of sizes) {
    if (!isCount(size) || !isCount(patch) || size % patch === 0) continue;
    const pointer = childPointer(step.pointer, 'with', 'encoder', 'patch');
    findings.addUnlessFound('LAC1311', { patch, size }, pointer, {
      hint: { text: divisorHint(size, patch) },
      notes: [`The size of the picture is set by step "${dataset.name}".`],
      subject: `${patch} ${size}`,
    });
  }
}

function checkHeads(step: StepView, options: JsonRecord, findings: Findings): void {
  const width = memberAt(options, 'encoder', 'width');
  const heads = memberAt(options, 'encoder', 'heads');
  if (!isCount(width) || !isCount(heads) || width % heads === 0) return;
  findings.addUnlessFound(
    'LAC1310',
    { heads, width },
    childPointer(step.pointer, 'with', 'encoder', 'heads'),
    {
      hint: { text: divisorHint(width, heads) },
      subject: `${heads} ${width}`,
    },
  );
}

function isCount(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

/** Names the divisors of a number on both sides of the one that does not divide it. */
function divisorHint(whole: number, wrong: number): string {
  const step = (from: number, by: number) => {
    let divisor = from;
    while (divisor > 1 && divisor < whole && whole % divisor !== 0) divisor += by;
    return Math.min(Math.max(divisor, 1), whole);
  };
  const nearest = wrong > whole ? [whole] : [step(wrong, -1), step(wrong, 1)];
  return `${nearest.join(' or ')} would fit`;
}
