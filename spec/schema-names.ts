import type { ErrorObject } from 'ajv';
import type { Hint } from '../diagnostics/diagnostic.ts';
import type { Findings } from './findings.ts';
import { type JsonValue, shown } from './json-value.ts';
import { childPointer, describePlace, pointerNames } from './pointer.ts';
import type { SchemaContext } from './schema-context.ts';

const named: { readonly [section: string]: string } = {
  steps: 'a step',
  tables: 'a table',
  figures: 'a figure',
  data: 'a data set',
  params: 'a parameter',
};

/** By the part of a step, or the option, whose keys are names. */
const namedInStep: { readonly [part: string]: string } = {
  matrix: 'an axis',
  inputs: 'an input',
  params: 'a parameter',
};

/** Reports a name, or another text of a certain form, that is written otherwise. */
export function addBadName(error: ErrorObject, { findings, notesFor }: SchemaContext): void {
  const { instancePath, propertyName, data } = error;
  const [section = '', , part, option = ''] = pointerNames(instancePath);
  if (propertyName === undefined) {
    const isQueue = part === 'queue';
    if (!isQueue && instancePath !== '/name') {
      addBadText(error, findings);
      return;
    }
    const values = { name: String(data), what: isQueue ? 'a queue' : 'an experiment' };
    const hint = nameHint(
      error,
      isQueue ? 'small letters, digits and "-"' : 'letters, digits, "-", "_" and "/"',
    );
    findings.add('LAC1106', values, instancePath, { hint, notes: notesFor(instancePath) });
    return;
  }
  const what = part === undefined ? named[section] : (namedInStep[part] ?? namedInStep[option]);
  const hint = nameHint(error, 'a letter, then letters, digits, "-" and "_"');
  const pointer = childPointer(instancePath, propertyName);
  findings.add('LAC1106', { name: propertyName, what: what ?? 'this' }, pointer, { side: 'key', hint });
}

const forms: { readonly [title: string]: string } = {
  CellName: 'such as complete, only-image, image+text, missing-text@70 or text@30',
  Direction: 'such as image-to-text',
  VariableName: 'such as WANDB_MODE: letters, digits and "_"',
};

function addBadText(error: ErrorObject, findings: Findings): void {
  const { keyword, params, instancePath, data, parentSchema } = error;
  const form = forms[String(parentSchema?.['title'])] ?? 'write it differently';
  const values = { where: describePlace(instancePath), value: shown(data as JsonValue) };
  findings.add('LAC1104', values, instancePath, {
    hint: { text: keyword === 'maxLength' ? `at most ${params['limit']} characters` : form },
  });
}

function nameHint({ keyword, params }: ErrorObject, allowed: string): Hint {
  return { text: keyword === 'maxLength' ? `at most ${params['limit']} characters` : `use ${allowed}` };
}
