import { catalog } from '../diagnostics/generated/catalog.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Prints what a code means and how to get rid of it. */
export async function explain({ code }: { readonly code: string }, terminal: Terminal): Promise<ExitStatus> {
  const wanted = code.toUpperCase();
  const entry = Object.entries(catalog).find(([known]) => known === wanted)?.[1];
  if (entry === undefined) {
    terminal.talk(
      `there is no code ${code}; codes look like LAC1102 and stand in square brackets behind "error"`,
    );
    return exitCodes.invalid;
  }
  terminal.out(`${wanted} ${entry.name}\n\n  ${entry.message}\n\n${entry.explanation}`);
  return exitCodes.done;
}
