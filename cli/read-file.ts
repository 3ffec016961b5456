import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { message } from '../diagnostics/message.ts';
import { renderDiagnostics, toJson } from '../diagnostics/render-diagnostic.ts';
import type { Pipeline } from '../spec/pipeline.ts';
import { readPipeline } from '../spec/read-pipeline.ts';
import type { Terminal } from './terminal.ts';

export interface FileOptions {
  readonly file: string;
  readonly json?: boolean;
  /** `NAME=VALUE` for each param to replace. */
  readonly set?: readonly string[];
}

/** The pipeline in a file, or nothing after every problem of it has been printed. */
export async function readPipelineFile(
  options: FileOptions,
  terminal: Terminal,
): Promise<Pipeline | undefined> {
  const file = relative(process.cwd(), options.file) || options.file;
  const { set, wrong } = splitAssignments(options.set ?? []);
  let texts: ReadonlyMap<string, string> = new Map();
  let diagnostics: readonly Diagnostic[] = wrong;
  let pipeline: Pipeline | undefined;
  try {
    const text = await readFile(options.file, 'utf8');
    const result = readPipeline({ file, text, set, env: process.env, readText: readIncluded });
    diagnostics = [...wrong, ...result.diagnostics];
    ({ pipeline, texts } = result);
  } catch (error) {
    diagnostics = [...wrong, unreadable(file, whyUnreadable(error))];
  }
  if (diagnostics.length > 0) {
    if (options.json) terminal.out(JSON.stringify(diagnostics.map(toJson), null, 2));
    else terminal.talk(renderDiagnostics(diagnostics, texts, terminal.colours));
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? undefined : pipeline;
}

/** Included files are small and few, and the reader asks for one after the other. */
function readIncluded(file: string): { readonly text: string } | { readonly why: string } {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { why: whyUnreadable(error) };
  }
}

/** What the system says of a file that it does not give, without its name again. Any other error is ours, and goes on. */
function whyUnreadable(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error;
  return error.code === 'ENOENT' ? 'there is no such file' : error.message.replace(/,.*$/, '');
}

function unreadable(file: string, why: string): Diagnostic {
  return {
    code: 'LAC1901',
    severity: 'error',
    message: message('LAC1901', { file, why }),
    notes: [],
  };
}

function splitAssignments(assignments: readonly string[]): {
  set: Record<string, string>;
  wrong: Diagnostic[];
} {
  const set: Record<string, string> = {};
  const wrong: Diagnostic[] = [];
  for (const assignment of assignments) {
    const equals = assignment.indexOf('=');
    if (equals > 0) set[assignment.slice(0, equals)] = assignment.slice(equals + 1);
    else
      wrong.push({
        code: 'LAC1902',
        severity: 'error',
        message: message('LAC1902', { assignment }),
        notes: [],
      });
  }
  return { set, wrong };
}
