import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { Store } from '../store/store.ts';
import type { Table } from '../table/table.ts';
import { renderTerminal } from '../table/terminal.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import { countOpen } from './plan.ts';
import type { FileOptions } from './read-file.ts';
import type { Terminal } from './terminal.ts';

export interface ShowTableOptions extends FileOptions {
  readonly format: 'terminal' | 'markdown' | 'latex' | 'csv' | 'json';
  readonly table?: string;
}

const files = { markdown: 'table.md', latex: 'table.tex', csv: 'table.csv', json: 'table.json' } as const;

/** Prints finished tables from the store; computes nothing. */
export async function table(options: ShowTableOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = await loadPlan(options, terminal);
  if (loaded === undefined) return exitCodes.invalid;
  for (const name of chosenTables(loaded, options)) {
    const artifact = loaded.decisions.get(name)?.artifact;
    if (artifact === undefined) throw unfinished(loaded, name, options.file);
    terminal.out((await readTable(loaded.store, artifact, options.format, terminal)).trimEnd());
  }
  return exitCodes.done;
}

function chosenTables(loaded: LoadedPlan, options: ShowTableOptions): readonly string[] {
  const names = loaded.pipeline.tables.map(({ name }) => name);
  if (options.table === undefined) return names;
  if (names.includes(options.table)) return [options.table];
  const tables = names.length === 0 ? 'none' : names.join(', ');
  throw failure('LAC1904', { file: options.file, table: options.table, tables });
}

function unfinished(loaded: LoadedPlan, name: string, file: string): Error {
  const open = countOpen(loaded.decisions);
  return failure('LAC1905', { table: name, tasks: `${open} of ${loaded.decisions.size}`, file });
}

/** One table artifact as text in the format asked for. */
export async function readTable(
  store: Store,
  artifact: Digest,
  format: ShowTableOptions['format'],
  terminal: Terminal,
): Promise<string> {
  return withArtifact(store, artifact, async (folder) => {
    if (format !== 'terminal') return readFile(join(folder, files[format]), 'utf8');
    const value = JSON.parse(await readFile(join(folder, files.json), 'utf8')) as Table;
    return renderTerminal(value, terminal.colours);
  });
}

/** Lays an artifact's verified files into a temporary folder for as long as `use` takes. */
export async function withArtifact<Result>(
  store: Store,
  artifact: Digest,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = await mkdtemp(join(tmpdir(), 'lacuna-table-'));
  try {
    const folder = join(parent, 'files');
    await store.materialise(artifact, folder);
    return await use(folder);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
