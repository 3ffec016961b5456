import type { Diagnostic } from './diagnostic.ts';
import { excerpt } from './excerpt.ts';

/** Colours of a terminal; picocolors fits. Colour only repeats what a word says. */
export interface Paint {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const same = (text: string) => text;
const plain: Paint = { red: same, yellow: same, cyan: same, bold: same, dim: same };
const widest = 110;

/** A diagnostic as JSON output has it: one flat record, positions from 1, absent fields null. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly hint: string | null;
  readonly notes: readonly string[];
}

/** A diagnostic for programs. */
export function toJson({ code, severity, message, at, hint, notes }: Diagnostic): DiagnosticJson {
  return {
    code,
    severity,
    message,
    file: at?.file ?? null,
    line: at?.line ?? null,
    column: at?.column ?? null,
    endLine: at?.endLine ?? null,
    endColumn: at?.endColumn ?? null,
    hint: hint?.text ?? null,
    notes,
  };
}

/** A diagnostic for people: message, place, excerpt of `text` with the hint, notes, where to read more. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  text: string | undefined,
  paint: Paint = plain,
): string {
  const { code, severity, message, at } = diagnostic;
  const tone = severity === 'error' ? paint.red : paint.yellow;
  const lines = [`${tone(paint.bold(`${severity}[${code}]`))} ${paint.bold(message)}`];
  if (at) lines.push(`  ${paint.cyan(`${at.file}:${at.line}:${at.column}`)}`);
  lines.push(...excerptLines(diagnostic, text, paint));
  return [...lines, ...closingNotes(diagnostic, paint)].join('\n');
}

function excerptLines(
  { severity, at, hint }: Diagnostic,
  text: string | undefined,
  paint: Paint,
): readonly string[] {
  const tone = severity === 'error' ? paint.red : paint.yellow;
  if (at === undefined || text === undefined || text === '') return hint ? [`  ${hint.text}`] : [];
  const { line, indent, marks } = excerpt(text, at);
  const number = String(at.line);
  const gutter = (label: string) => paint.dim(`  ${label.padStart(Math.max(3, number.length + 1))} |`);
  const shown = [line === '' ? gutter(number) : `${gutter(number)} ${line}`];
  const hintFits = hint && indent.length + marks.length + hint.text.length + 8 <= widest;
  shown.push(`${gutter('')} ${indent}${tone(marks)}${hintFits ? ` ${hint.text}` : ''}`);
  if (hint && !hintFits) shown.push(`${gutter('')} ${hint.text}`);
  return shown;
}

function closingNotes({ code, notes }: Diagnostic, paint: Paint): readonly string[] {
  const more = paint.dim(`More: lacuna explain ${code}`);
  const lines = notes.flatMap((note) => wrap(note, widest - 2)).map((line) => `  ${line}`);
  const last = lines.at(-1);
  if (last === undefined || last.length + 32 > widest) return [...lines, `  ${more}`];
  return [...lines.slice(0, -1), `${last}  ${more}`];
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/**
 * All diagnostics and the closing line; empty when there are none. `texts` are those of the files that they point
 * at, by the file of their span.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  paint: Paint = plain,
): string {
  if (diagnostics.length === 0) return '';
  const shown = diagnostics.map((diagnostic) =>
    renderDiagnostic(diagnostic, texts.get(diagnostic.at?.file ?? ''), paint),
  );
  return `${[...shown, countLine(diagnostics)].join('\n')}\n`;
}

function countLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const counts = [count(errors, 'error'), count(warnings, 'warning')]
    .filter((part) => part !== '')
    .join(', ');
  return errors > 0 ? `${counts}. Nothing was run.` : `${counts}.`;
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
