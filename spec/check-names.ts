import type { Hint } from '../diagnostics/diagnostic.ts';
import { type FileView, type NamedThing, namesOfSection } from './file-view.ts';
import type { Findings } from './findings.ts';
import { asRecord, member } from './json-value.ts';
import { childPointer, describePlace } from './pointer.ts';
import { mayRefer } from './references.ts';
import { isFolder } from './step-graph.ts';
import { suggest } from './suggest.ts';

const hub = /^hub:[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*@[A-Za-z0-9][\w./-]*$/;
const preset = /^preset:[a-z0-9-]+(?:@\d{1,15})?$/;
const wheel =
  /^pip:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?==[0-9][A-Za-z0-9.+!_-]*(?:#sha256=[0-9a-fA-F]{64})?$/;

/** Checks that everything that is named exists and is of the right kind. */
export function checkNames(view: FileView, findings: Findings): void {
  for (const step of view.steps.values()) {
    for (const named of [...step.names, ...step.needs]) checkName(view, named, findings);
  }
  for (const section of ['tables', 'figures'] as const) {
    for (const named of namesOfSection(view.file, section)) checkName(view, named, findings);
  }
  checkTaken(view, findings);
  for (const [modality, encoder] of Object.entries(asRecord(member(view.file, 'encoders')))) {
    const text = member(encoder, 'from');
    if (typeof text === 'string' && text !== '')
      checkEncoderSource(view, text, childPointer('/encoders', modality, 'from'), findings);
  }
}

/** Steps, tables and figures are all tasks of a plan, which their names tell apart. */
function checkTaken(view: FileView, findings: Findings): void {
  const owners = new Map([...view.steps.keys()].map((name) => [name, 'step']));
  for (const [section, kind] of [
    ['tables', 'table'],
    ['figures', 'figure'],
  ] as const) {
    for (const name of Object.keys(asRecord(member(view.file, section)))) {
      const other = owners.get(name);
      if (other === undefined) owners.set(name, kind);
      else {
        findings.addUnlessFound('LAC1407', { kind, name, other }, childPointer('', section, name), {
          side: 'key',
          hint: { text: `call it ${name}-${kind}` },
        });
      }
    }
  }
}

function checkName(view: FileView, named: NamedThing, findings: Findings): void {
  if (named.text === '' || mayRefer(named.text)) return;
  if (named.kind === 'step') checkStepName(view, named, findings);
  else if (named.kind === 'data') checkDataName(view, named, findings);
  else if (named.kind === 'model') checkModelName(view, named, findings);
  else checkSource(named.text, named.pointer, [], findings);
}

function checkStepName(view: FileView, { text, operations, pointer }: NamedThing, findings: Findings): void {
  const step = view.steps.get(text);
  const fitting = [...view.steps.values()].filter(
    ({ uses }) => operations === undefined || (uses !== undefined && operations.includes(uses)),
  );
  const kind = operations === undefined ? 'other step' : `${operations.join(' or ')} step`;
  const hint = nameHint(
    text,
    fitting.map(({ name }) => name),
    kind,
  );
  if (step === undefined) {
    findings.addUnlessFound('LAC1301', { name: text }, pointer, { hint, subject: text });
    return;
  }
  if (operations === undefined || step.uses === undefined || operations.includes(step.uses)) return;
  const values = {
    where: describePlace(pointer),
    expected: article(operations.join(' or ')),
    name: text,
    actual: article(step.uses),
  };
  findings.addUnlessFound('LAC1302', values, pointer, { hint, subject: text });
}

function checkDataName(view: FileView, { text, pointer }: NamedThing, findings: Findings): void {
  const known = Object.keys(asRecord(member(view.file, 'data')));
  if (known.includes(text)) return;
  findings.addUnlessFound('LAC1303', { name: text }, pointer, {
    hint: nameHint(text, known, 'data set'),
    subject: text,
  });
}

/** A train step, or a folder. */
function checkModelName(view: FileView, named: NamedThing, findings: Findings): void {
  const { text, pointer } = named;
  if (!isPlace(view, text)) checkStepName(view, named, findings);
  else if (!isFolder(text)) {
    findings.addUnlessFound('LAC1304', { where: describePlace(pointer), text }, pointer, {
      hint: { text: 'write `./FOLDER`, or the name of a train step' },
      subject: text,
    });
  }
}

/** Only a step has a name without a slash or colon; with one, or as a folder, the text was meant as a place. */
function isPlace(view: FileView, text: string): boolean {
  return (isFolder(text) || /[:/]/.test(text)) && !view.steps.has(text);
}

function checkEncoderSource(view: FileView, text: string, pointer: string, findings: Findings): void {
  if (isPlace(view, text)) {
    if (preset.test(text)) return;
    checkSource(text, pointer, ['preset:NAME', 'a pretrain step'], findings);
    return;
  }
  checkName(view, { kind: 'step', operations: ['pretrain'], text, pointer }, findings);
}

function checkSource(
  text: string,
  pointer: string,
  alternatives: readonly string[],
  findings: Findings,
): void {
  if (isFolder(text) || [wheel, hub].some((form) => form.test(text))) return;
  const forms = ['./FOLDER', 'pip:NAME==VERSION', 'hub:OWNER/MODEL@REVISION', ...alternatives].join(', ');
  findings.addUnlessFound('LAC1304', { where: describePlace(pointer), text }, pointer, {
    hint: { text: sourceHint(text) },
    notes: [`Accepted: ${forms}.`],
    subject: text,
  });
}

function sourceHint(text: string): string {
  if (text.startsWith('pip:')) return 'a wheel needs its exact version: pip:NAME==VERSION';
  if (text.startsWith('hub:')) return hubHint(text);
  if (text.startsWith('preset:')) return 'a preset is preset:NAME or preset:NAME@SEED, for encoders only';
  if (text.includes(':')) return `"${text.slice(0, text.indexOf(':'))}:" is not a known source`;
  return `for a folder write "./${text}"`;
}

function hubHint(text: string): string {
  const model = text.slice('hub:'.length);
  if (/^[\w.-]+\/[\w.-]+$/.test(model)) return `add a revision: hub:${model}@main, or a commit hash`;
  return 'a model of the Hub is hub:OWNER/MODEL@REVISION';
}

function nameHint(text: string, known: readonly string[], kind: string): Hint {
  const near = suggest(text, known);
  if (near) return near;
  return {
    text: known.length === 0 ? `the file has no ${kind}` : `the file has ${known.slice(0, 8).join(', ')}`,
  };
}

function article(operation: string): string {
  return `${/^[aeiou]/.test(operation) ? 'an' : 'a'} ${operation}`;
}
