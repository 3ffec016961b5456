import { failure } from '../../diagnostics/failure.ts';
import type { Split } from '../../schemas/generated/resolved.ts';
import { inLanes } from '../in-lanes.ts';
import type { FolderRoot } from './folder-root.ts';
import type { RawSample, RawSamples } from './raw-sample.ts';

/** A sample as annotations describe it. Paths are relative to the root; a modality that is absent is missing. */
export interface Entry {
  readonly id: string;
  readonly split: Split;
  /** Names of its classes; one but for multi-label data sets. */
  readonly classes: readonly string[];
  readonly image?: string;
  readonly text?: string;
  readonly audio?: string;
  /** A video file or a folder of pictures. */
  readonly video?: string;
  /** Where it stands, for people: `train.csv, line 3`. */
  readonly at: string;
  /** Why it cannot be a sample even though its files may be there: `text.json has no text for it`. */
  readonly lacks?: string;
}

/** What samples are made into besides. */
export interface Gathering {
  readonly name: string;
  /** In order. Classes without a sample are left out, and `notes` say so, unless `mustHaveAll`. */
  readonly classes: readonly string[];
  readonly mustHaveAll?: boolean;
  readonly multiLabel?: boolean;
  /** Leave samples out whose files are missing, and record them, instead of refusing. */
  readonly allowMissing: boolean;
  readonly notes?: readonly string[];
}

type Found = { readonly sample: RawSample } | { readonly id: string; readonly reason: string };

const lanes = 16;

/**
 * Finds the files of samples and numbers their classes. Refused: ids that occur twice (LAC3170), unknown classes
 * (LAC3172), missing files unless they are allowed (LAC3165), and nothing left at all (LAC3179).
 */
export async function gatherSamples(
  root: FolderRoot,
  entries: readonly Entry[],
  options: Gathering,
): Promise<RawSamples> {
  requireUniqueIds(entries);
  const labelOf = knownLabels(entries, options.classes);
  const found = await inLanes(entries, lanes, (entry) => find(root, entry, labelOf, options));
  const skipped = found.flatMap((each) => ('reason' in each ? [each] : []));
  if (skipped.length > 0 && !options.allowMissing) throw missing(skipped, entries.length, options.name);
  const samples = found.flatMap((each) => ('sample' in each ? [each.sample] : []));
  if (samples.length === 0) throw failure('LAC3179', { dataset: options.name, listed: entries.length });
  return { ...dense(samples, options), ...(skipped.length > 0 && { skipped }) };
}

function requireUniqueIds(entries: readonly Entry[]): void {
  const first = new Map<string, string>();
  for (const { id, at } of entries) {
    const before = first.get(id);
    if (before !== undefined) throw failure('LAC3170', { sample: id, first: before, second: at });
    first.set(id, at);
  }
}

function knownLabels(entries: readonly Entry[], classes: readonly string[]): ReadonlyMap<string, number> {
  const labels = new Map(classes.map((name, label) => [name, label]));
  for (const { at, classes: own } of entries) {
    const unknown = own.find((name) => !labels.has(name));
    if (unknown !== undefined) throw failure('LAC3172', { at, class: unknown, known: shortList(classes) });
  }
  return labels;
}

async function find(
  root: FolderRoot,
  entry: Entry,
  labels: ReadonlyMap<string, number>,
  { multiLabel = false }: Gathering,
): Promise<Found> {
  const { id, split, text, lacks } = entry;
  if (lacks !== undefined) return { id, reason: lacks };
  const { media, absent } = await findMedia(root, entry);
  if (absent.length > 0) return { id, reason: `${[...new Set(absent)].join(', ')} not there` };
  const own = [...new Set(entry.classes.map((name) => labels.get(name) ?? -1))].sort((a, b) => a - b);
  const labelled = { label: own[0] ?? -1, ...(multiLabel && { labels: own }) };
  return { sample: { id, ...labelled, split, ...(text !== undefined && { text }), ...media } };
}

/** The files of a sample that are there, absolute, and the paths of those that are not. */
async function findMedia(root: FolderRoot, entry: Entry) {
  const forWhom = `sample ${entry.id} (${entry.at})`;
  const absent: string[] = [];
  const look = async <Place>(
    path: string | undefined,
    place: (path: string) => Promise<Place | undefined>,
  ) => {
    const found = path === undefined ? undefined : await place(path);
    if (path !== undefined && found === undefined) absent.push(path);
    return found;
  };
  const image = await look(entry.image, (path) => root.locate(path, forWhom));
  const audio = await look(entry.audio, (path) => root.locate(path, forWhom));
  const video = await look(entry.video, (path) => root.locateVideo(path, forWhom));
  return { media: { ...(image && { image }), ...(audio && { audio }), ...(video && { video }) }, absent };
}

const named = 10;

function missing(skipped: readonly { id: string; reason: string }[], listed: number, dataset: string): Error {
  const lines = skipped.slice(0, named).map(({ id, reason }) => `${id} (${reason})`);
  const rest = skipped.length > named ? `; and ${skipped.length - named} more` : '';
  const samples = lines.join('; ') + rest;
  return failure('LAC3165', { dataset, count: skipped.length, listed, samples });
}

/** Renumbers labels so that every class has a sample. */
function dense(samples: readonly RawSample[], { name, classes, ...options }: Gathering): RawSamples {
  const { multiLabel, mustHaveAll, notes = [] } = options;
  const used = new Set(samples.flatMap(({ label, labels }) => labels ?? [label]));
  const empty = classes.filter((_, label) => !used.has(label));
  if (empty.length > 0 && mustHaveAll) throw failure('LAC3173', { dataset: name, classes: shortList(empty) });
  const kept = classes.map((_, label) => label).filter((label) => used.has(label));
  const renumbered = new Map(kept.map((label, index) => [label, index]));
  const renumber = (label: number) => renumbered.get(label) ?? -1;
  const note = `${empty.length} of ${classes.length} classes have no sample and are left out: ${shortList(empty)}`;
  const allNotes = [...notes, ...(empty.length > 0 ? [note] : [])];
  return {
    name,
    classes: kept.map((label) => classes[label] ?? ''),
    ...(multiLabel && { multiLabel }),
    samples: samples.map((sample) => ({
      ...sample,
      label: renumber(sample.label),
      ...(sample.labels && { labels: sample.labels.map(renumber) }),
    })),
    ...(allNotes.length > 0 && { notes: allNotes }),
  };
}

/** The first twelve of a list of names, and how many more there are. */
export function shortList(names: readonly string[]): string {
  const most = 12;
  const rest = names.length > most ? ` and ${names.length - most} more` : '';
  return names.slice(0, most).join(', ') + rest;
}
