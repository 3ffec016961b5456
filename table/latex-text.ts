import { citeInText } from './citation.ts';
import { oneLine } from './text-width.ts';

/** One line in which every character that TeX treats specially prints as itself, in text mode. */
export function escapeLatex(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^<>|±†‡§¶`×−≥≤]/g, (character) => escapes[character] ?? character);
}

/* The ten special characters; those that the old text encoding prints as others or lacks; and what cells hold. */
const escapes: { readonly [character: string]: string } = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  '±': '$\\pm$',
  '×': '$\\times$',
  '−': '$-$',
  '≥': '$\\geq$',
  '≤': '$\\leq$',
  '†': '\\textdagger{}',
  '‡': '\\textdaggerdbl{}',
  '§': '\\textsection{}',
  '¶': '\\textparagraph{}',
};

/** A sentence in which `[key]` of a line's source is a citation. */
export function citingLatex(text: string, keys: readonly string[]): string {
  const cited = new Map(keys.map((key) => [citeInText(key), `\\cite{${key}}`]));
  const pattern = [...cited.keys()].map((mark) => mark.replace(/[.+*?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (pattern === '') return escapeLatex(text);
  return oneLine(text)
    .split(new RegExp(`(${pattern})`))
    .map((part) => cited.get(part) ?? escapeKeepingBlanks(part))
    .join('');
}

/** `escapeLatex` trims; between a citation and a word the blank has to stay. */
function escapeKeepingBlanks(part: string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/.exec(part) ?? [];
  return before + escapeLatex(text) + after;
}
