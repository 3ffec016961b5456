import { literatureSign, type Table, type TableRow } from './table.ts';

/** Below this, a sample SD says little: three seeds gave +0.18 where six gave +0.00 (CORAL, discussion 91). */
const reliableRuns = 5;

/**
 * What the numbers of a table are, spelt out: unit and aggregation, too few runs, where literature stands.
 * `over` names the axes that were aggregated.
 */
export function notesOf(table: Omit<Table, 'notes'>, over: readonly string[]): string[] {
  const cells = table.rows.filter(({ kind }) => kind === 'run').flatMap(({ cells }) => cells);
  const showsSd = table.aggregate === 'mean±sd';
  const few = cells.some(({ n, sd }) => sd !== null && n < reliableRuns);
  const lone = table.asked > 1 && cells.some(({ n }) => n === 1);
  return [
    aggregation(table, over),
    ...(showsSd && few ? [`SD over fewer than ${reliableRuns} seeds is unreliable.`] : []),
    ...(showsSd && lone ? ['A single run has no SD.'] : []),
    ...(cells.some(({ partial }) => partial) ? ['(k/n): k of the n runs that the cell asks for.'] : []),
    ...literatureNotes(table.rows),
  ];
}

function aggregation({ metric, aggregate, asked }: Omit<Table, 'notes'>, over: readonly string[]): string {
  if (asked < 2) return `${metric} in percent${asked === 1 ? ', one run per cell' : ''}.`;
  const what = aggregate === 'mean' ? 'mean' : 'mean ± sample SD';
  return `${metric} in percent, ${what} of ${asked} runs (over ${over.join(', ')}).`;
}

/** One note per source, with the rows that it covers. */
function literatureNotes(rows: readonly TableRow[]): string[] {
  const labels = new Map<string, string[]>();
  for (const row of rows) {
    if (row.kind === 'literature') labels.set(row.source, [...(labels.get(row.source) ?? []), row.label]);
  }
  return [...labels].map(
    ([source, of]) => `${literatureSign} from ${source}, not run here: ${of.join(', ')}.`,
  );
}
