import type { YAMLError } from 'yaml';
import type { Findings } from './findings.ts';
import type { Places } from './places.ts';

/** The deepest nesting of values that is read. */
export const depthLimit = 32;
const sizeLimit = 1024 * 1024;
const marker = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$/gm;

/** Reports what makes the text unfit to be parsed at all; false when it is. */
export function checkText(places: Places, findings: Findings): boolean {
  const { text } = places.source;
  // A UTF-16 unit is at most 3 bytes of UTF-8, so that most files need no encoding to be measured.
  if (text.length * 3 > sizeLimit && new TextEncoder().encode(text).length > sizeLimit) {
    findings.add('LAC1003', {}, '', { at: places.source.span(0, 0) });
    return false;
  }
  const stray = text.search(/[\0\uFFFD]/);
  if (stray >= 0) {
    const what = text[stray] === '\0' ? 'a NUL character' : 'a replacement character';
    findings.add('LAC1002', { what }, '', { at: places.source.span(stray, stray + 1) });
    return false;
  }
  return checkMergeMarkers(places, findings);
}

function checkMergeMarkers(places: Places, findings: Findings): boolean {
  const { source } = places;
  const marks = [...source.text.matchAll(marker)];
  if (!marks.some(([mark]) => mark.startsWith('<'))) return true;
  const openings = marks.filter(([mark]) => mark.startsWith('<'));
  for (const { 0: mark, index } of openings) {
    findings.add('LAC1006', {}, '', {
      at: source.span(index, index + mark.trimEnd().length),
      hint: { text: 'keep one side and delete the three marker lines' },
      subject: String(index),
    });
  }
  return false;
}

/** Reports YAML's own errors in our words, one per line: the rest of a line only follows from its first, and all from a tab. */
export function addYamlErrors(errors: readonly YAMLError[], places: Places, findings: Findings): void {
  const lines = new Set<number>();
  const decisive = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  for (const error of decisive.length > 0 ? decisive : errors) {
    const at = places.source.span(error.pos[0], error.pos[1]);
    if (lines.has(at.line)) continue;
    lines.add(at.line);
    addYamlError(error, at.start, places, findings);
  }
}

function addYamlError(error: YAMLError, start: number, places: Places, findings: Findings): void {
  const { source } = places;
  const at = source.span(start, Math.max(error.pos[1], start + 1));
  const details = { at, subject: String(start) };
  if (error.message.includes('call stack')) {
    findings.add('LAC1010', { limit: depthLimit }, '', details);
  } else if (error.code === 'TAB_AS_INDENT') {
    findings.add('LAC1005', {}, '', { ...details, hint: { text: 'use spaces' } });
  } else if (error.code === 'MULTIPLE_DOCS') {
    const dashes = source.span(start, start + 3);
    findings.add('LAC1007', {}, '', {
      ...details,
      at: dashes,
      hint: { text: 'put each into a file of its own' },
    });
  } else if (error.code === 'TAG_RESOLVE_FAILED') {
    findings.add('LAC1013', { tag: source.text.slice(at.start, at.end) }, '', details);
  } else {
    findings.add('LAC1004', { problem: phrase(error.message) }, '', details);
  }
}

function phrase(text: string): string {
  const line = text.split('\n')[0] ?? '';
  const plain = line
    .replace('Missing closing "quote', 'missing closing quote "')
    .replace("Missing closing 'quote", "missing closing quote '");
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
