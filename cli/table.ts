import { failure } from '../diagnostics/failure.ts';
import { checkTables } from './check-tables.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import type { FileOptions } from './read-file.ts';
import { assembleFromStore, tableNames } from './read-runs.ts';
import { renderTable, type TableFormat } from './render-table.ts';
import type { Terminal } from './terminal.ts';

export interface ShowTableOptions extends FileOptions {
  readonly format: TableFormat;
  readonly table?: string;
  /** Compare with files that were written before instead of printing. */
  readonly check?: boolean;
  /** Folder of those files, instead of the results folder of the pipeline. */
  readonly against?: string;
}

/**
 * Prints tables from the scores that the store has; runs nothing. Where runs are not finished, cells say how many of
 * theirs they show.
 */
export async function table(options: ShowTableOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = await loadPlan(options, terminal, 'allow');
  if (loaded === undefined) return exitCodes.invalid;
  const names = tableNames(loaded, options.file, options.table);
  if (options.check === true) return checkTables(loaded, names, options, terminal);
  for (const name of names) await printTable(loaded, name, options, terminal);
  return exitCodes.done;
}

async function printTable(
  loaded: LoadedPlan,
  name: string,
  { format, file }: ShowTableOptions,
  terminal: Terminal,
): Promise<void> {
  const { table, finished, asked } = await assembleFromStore(loaded, name);
  // What was there a moment ago must not pass for what was never run.
  if (finished < asked && loaded.store.setAside > 0) throw failure('LAC5203', { table: name, file });
  terminal.out(renderTable(table, format, terminal).trimEnd());
  if (finished === asked) return;
  terminal.talk(`${name}: ${finished} of ${asked} runs are finished; go on with: lacuna run ${file}`);
}
