import { failure } from '../../diagnostics/failure.ts';
import type { ManifestData, ManifestOptions, Modality, Split } from '../../schemas/generated/resolved.ts';
import { modalityOrder } from '../dataset.ts';
import type { FolderAdapter } from './adapter.ts';
import { malformed } from './annotations.ts';
import type { FolderRoot } from './folder-root.ts';
import { type Entry, gatherSamples, shortList } from './gather-samples.ts';
import { type ManifestRow, readManifest } from './manifest-rows.ts';
import { shareOf } from './share-of.ts';

/** A table of the author's own, CSV or JSONL, with a row per sample and columns that `columns` names. */
export const manifest: FolderAdapter<ManifestData> = { version: 1, packagesOf: () => [], list };

async function list({ with: options }: ManifestData, root: FolderRoot) {
  requireConsistent(options);
  const rows = await readManifest(root, options);
  const entries = rows.map((row) => readEntry(row, options));
  requireWholeGroups(rows, entries, options);
  const { classes } = options;
  return gatherSamples(root, entries, {
    name: 'manifest',
    classes: classes ?? [...new Set(entries.flatMap((entry) => entry.classes))].sort(),
    mustHaveAll: classes !== undefined,
    multiLabel: options.columns.labels !== undefined,
    allowMissing: options.allowMissing,
  });
}

function requireConsistent({ columns, splits }: ManifestOptions): void {
  const refuse = (problem: string) => failure('LAC3182', { problem });
  if ((columns.label === undefined) === (columns.labels === undefined))
    throw refuse('`columns` must name either `label`, for one class per sample, or `labels`, for any number');
  if (modalityOrder.every((modality) => columns[modality] === undefined))
    throw refuse('`columns` must name at least one of `image`, `text`, `audio` and `video`');
  const sum = splits.train + splits.val + splits.test;
  if (Math.abs(sum - 1) > 1e-9) throw refuse(`the shares of \`splits\` add up to ${sum} instead of 1`);
}

function readEntry(row: ManifestRow, options: ManifestOptions): Entry {
  const { columns } = options;
  const given = Object.fromEntries(
    modalityOrder.flatMap((modality) => {
      const cell = row.cell(columns[modality]);
      return cell === undefined ? [] : [[modality, cell]];
    }),
  ) as Pick<Entry, Modality>;
  if (Object.keys(given).length === 0)
    throw failure('LAC3176', { at: row.at, columns: columnsOf(options).join(', ') });
  const id = idOf(row, given, columns.id);
  return { id, split: splitOf(row, id, options), classes: classesOf(row, options), ...given, at: row.at };
}

function columnsOf({ columns }: ManifestOptions): readonly string[] {
  return modalityOrder.flatMap((modality) => columns[modality] ?? []);
}

/** Without a column of ids the first file names the sample, which stays right when rows move; else the line. */
function idOf(row: ManifestRow, given: Partial<Entry>, column: string | undefined): string {
  if (column === undefined) return given.image ?? given.video ?? given.audio ?? `line ${row.line}`;
  return required(row, column, 'id');
}

function classesOf(row: ManifestRow, { columns, separator }: ManifestOptions): readonly string[] {
  if (columns.labels === undefined) return [required(row, columns.label, 'label').trim()];
  const classes = row.list(columns.labels, separator).map((name) => name.trim());
  if (classes.includes('')) throw failure('LAC3174', { at: row.at, column: columns.labels });
  return classes;
}

function required(row: ManifestRow, column: string | undefined, what: string): string {
  const cell = row.cell(column);
  if (cell === undefined) throw malformed(row.file, row.line, `its ${what} (column "${column}") is empty`);
  return cell;
}

const splitNames: { readonly [name: string]: Split } = {
  train: 'train',
  val: 'val',
  valid: 'val',
  validation: 'val',
  dev: 'val',
  test: 'test',
};

/** As written, or by the hash of the group, so that a group is never torn apart; of the id where there are no groups. */
function splitOf(row: ManifestRow, id: string, { columns, splits }: ManifestOptions): Split {
  if (columns.split !== undefined) {
    const name = required(row, columns.split, 'split').trim();
    const split = splitNames[name];
    if (split === undefined || !Object.hasOwn(splitNames, name))
      throw failure('LAC3175', { at: row.at, split: name, known: shortList(Object.keys(splitNames)) });
    return split;
  }
  const share = shareOf(columns.group === undefined ? id : required(row, columns.group, 'group'));
  if (share < splits.train) return 'train';
  return share < splits.train + splits.val ? 'val' : 'test';
}

function requireWholeGroups(
  rows: readonly ManifestRow[],
  entries: readonly Entry[],
  { columns }: ManifestOptions,
): void {
  if (columns.group === undefined) return;
  const first = new Map<string, Entry>();
  for (const [index, row] of rows.entries()) {
    const entry = entries[index];
    const group = required(row, columns.group, 'group');
    const before = first.get(group);
    if (entry === undefined || before?.split === entry.split) continue;
    if (before === undefined) first.set(group, entry);
    else {
      const values = { group, first: before.at, split: before.split, second: entry.at, other: entry.split };
      throw failure('LAC3171', values);
    }
  }
}
