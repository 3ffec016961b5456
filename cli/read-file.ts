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
  let text = '';
  let diagnostics: readonly Diagnostic[] = wrong;
  let pipeline: Pipeline | undefined;
  try {
    text = await readFile(options.file, 'utf8');
    const result = readPipeline({ file, text, set, env: process.env });
    diagnostics = [...wrong, ...result.diagnostics];
    pipeline = result.pipeline;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    diagnostics = [...wrong, unreadable(file, error)];
  }
  if (diagnostics.length > 0) {
    if (options.json) terminal.out(JSON.stringify(diagnostics.map(toJson), null, 2));
    else terminal.talk(renderDiagnostics(diagnostics, text, terminal.colours));
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? undefined : pipeline;
}

function unreadable(file: string, error: Error): Diagnostic {
  return {
    code: 'LAC1901',
    severity: 'error',
    message: message('LAC1901', { file, why: error.message }),
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
