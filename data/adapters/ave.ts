import { failure } from '../../diagnostics/failure.ts';
import type { AveData, AveOptions, Split } from '../../schemas/generated/resolved.ts';
import { splitOrder } from '../dataset.ts';
import type { FolderAdapter } from './adapter.ts';
import { hasFile, malformed, readLines } from './annotations.ts';
import type { FolderRoot } from './folder-root.ts';
import { type Entry, gatherSamples } from './gather-samples.ts';
import { readOrder } from './hdf5-order.ts';
import { withPaperCounts } from './paper-counts.ts';

/**
 * AVE: videos `AVE/ID.mp4` of 10 s with one of 28 events, from which sound and frames are read. Splits are
 * `{train,val,test}Set.txt`, or `{train,val,test}_order.h5` with rows of `Annotations.txt`.
 */
export const ave: FolderAdapter<AveData> = { version: 1, packagesOf: () => [], list };

/** `Category&VideoID&Quality&StartTime&EndTime`; categories have commas in them. */
interface Row {
  readonly category: string;
  readonly video: string;
  readonly at: string;
}

type SplitRow = Row & { readonly split: Split };

async function list({ with: options }: AveData, root: FolderRoot) {
  const rows = (await hasFile(root, 'trainSet.txt')) ? await readSets(root) : await readOrders(root);
  const kept = options.dedupe === 'drop-repeated' ? lastOfEach(rows) : rows;
  const raw = await gatherSamples(root, toEntries(kept), {
    name: 'ave',
    classes: [...new Set(rows.map(({ category }) => category))].sort(),
    allowMissing: options.allowMissing,
    notes: [overlapOf(kept), ...dropNote(rows.length - kept.length, options)],
  });
  return withPaperCounts(raw, { train: 3_339, val: 402, test: 402 });
}

async function readSets(root: FolderRoot): Promise<readonly SplitRow[]> {
  const sets = splitOrder.map(async (split) => {
    return (await readRows(root, `${split}Set.txt`)).map((row) => ({ ...row, split }));
  });
  return (await Promise.all(sets)).flat();
}

async function readOrders(root: FolderRoot): Promise<readonly SplitRow[]> {
  const rows = await readRows(root, 'Annotations.txt');
  const orders = splitOrder.map(async (split) => {
    const order = await readOrder(root, `${split}_order.h5`, rows.length);
    return order.flatMap((index) => (rows[index] ? [{ ...rows[index], split }] : []));
  });
  const listed = (await Promise.all(orders)).flat();
  requireEachOnce(listed);
  return listed;
}

function requireEachOnce(rows: readonly SplitRow[]): void {
  const first = new Map<string, Split>();
  for (const { video, category, at, split } of rows) {
    const before = first.get(at);
    if (before !== undefined) {
      const sample = `${video}/${category} (${at})`;
      throw failure('LAC3170', { sample, first: `${before}_order.h5`, second: `${split}_order.h5` });
    }
    first.set(at, split);
  }
}

/** The rows of a file, without the header that the distributed copy has. */
async function readRows(root: FolderRoot, file: string): Promise<readonly Row[]> {
  const lines = await readLines(root, file);
  return lines.flatMap(({ line, text }, index) => {
    const fields = text.trim().split('&');
    const [category = '', video = ''] = fields;
    if (index === 0 && category === 'Category') return [];
    if (fields.length !== 5 || category === '' || video === '')
      throw malformed(file, line, 'it is not of the form `Category&VideoID&Quality&StartTime&EndTime`');
    return [{ category, video, at: `${file}, line ${line}` }];
  });
}

/**
 * A video can have two events, so that only id and category together name a sample. One pair stands twice in the
 * original, and is numbered.
 */
function toEntries(rows: readonly SplitRow[]): readonly Entry[] {
  const seen = new Map<string, number>();
  return rows.map(({ category, video, split, at }) => {
    const pair = `${video}/${category}`;
    const count = (seen.get(pair) ?? 0) + 1;
    seen.set(pair, count);
    const file = `AVE/${video}.mp4`;
    const id = count === 1 ? pair : `${pair}#${count}`;
    return { id, split, classes: [category], audio: file, video: file, at };
  });
}

/** Of rows of a split with the same video only the last, as OGM-GE keeps them. */
function lastOfEach(rows: readonly SplitRow[]): readonly SplitRow[] {
  const last = new Map(rows.map((row, index) => [`${row.split}/${row.video}`, index]));
  return rows.filter((row, index) => last.get(`${row.split}/${row.video}`) === index);
}

function dropNote(dropped: number, { dedupe }: AveOptions): readonly string[] {
  return dedupe === 'none' ? [] : [`earlier rows of repeated videos, dropped: ${dropped}`];
}

/** `videos with several rows: 45; in train and test: 8; in train and val: 10; in val and test: 0` */
function overlapOf(rows: readonly SplitRow[]): string {
  const splitsOf = new Map<string, Split[]>();
  for (const { video, split } of rows) splitsOf.set(video, [...(splitsOf.get(video) ?? []), split]);
  const all = [...splitsOf.values()];
  const repeated = all.filter((own) => own.length > 1).length;
  const shared = (
    [
      ['train', 'test'],
      ['train', 'val'],
      ['val', 'test'],
    ] as const
  ).map(([one, other]) => {
    const count = all.filter((own) => own.includes(one) && own.includes(other)).length;
    return `in ${one} and ${other}: ${count}`;
  });
  return [`videos with several rows: ${repeated}`, ...shared].join('; ');
}
