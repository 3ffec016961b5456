import { failure } from '../../diagnostics/failure.ts';
import type { MmimdbData, MmimdbOptions } from '../../schemas/generated/resolved.ts';
import { inLanes } from '../in-lanes.ts';
import type { FolderAdapter } from './adapter.ts';
import { readJson, readSplitLists } from './annotations.ts';
import type { FolderRoot } from './folder-root.ts';
import { type Entry, gatherSamples } from './gather-samples.ts';
import { withPaperCounts } from './paper-counts.ts';

/**
 * MM-IMDb: a poster and a plot per movie, any number of 23 genres. `images/ID.jpeg` with `labels/ID.json`, or both in
 * `dataset/`; `split.json` lists ids.
 */
export const mmimdb: FolderAdapter<MmimdbData> = { version: 1, packagesOf: () => [], list };

/** In the order of missing-aware prompts. Genres that are not among them are no classes. */
const genres: readonly string[] = [
  ...['Drama', 'Comedy', 'Romance', 'Thriller', 'Crime', 'Action', 'Adventure', 'Horror', 'Documentary'],
  ...[
    'Mystery',
    'Sci-Fi',
    'Fantasy',
    'Family',
    'Biography',
    'War',
    'History',
    'Music',
    'Animation',
    'Musical',
  ],
  ...['Western', 'Sport', 'Short', 'Film-Noir'],
];

async function list({ with: options }: MmimdbData, root: FolderRoot) {
  const isFlat = (await root.list('labels')).length === 0;
  const movies = await readSplitLists(root, 'split.json');
  const entries = await inLanes(movies, 16, async ({ name: id, split, at }): Promise<readonly Entry[]> => {
    const image = isFlat ? `dataset/${id}.jpeg` : `images/${id}.jpeg`;
    const labels = isFlat ? `dataset/${id}.json` : `labels/${id}.json`;
    const entry = { id, split, image, at };
    if ((await root.locate(labels, at)) === undefined)
      return [{ ...entry, classes: [], lacks: `${labels} not there` }];
    const { plots, classes } = movieOf(await readJson(root, labels), labels);
    const texts = choosePlots(plots, options.plot);
    if (texts.length === 0) return [{ ...entry, classes, lacks: `${labels} has no plot` }];
    return texts.map((text, index) => ({
      ...entry,
      id: options.plot === 'all' ? `${id}#${index}` : id,
      classes,
      text,
    }));
  });
  const raw = await gatherSamples(root, entries.flat(), {
    name: 'mmimdb',
    classes: genres,
    multiLabel: true,
    allowMissing: options.allowMissing,
  });
  return options.plot === 'all' ? raw : withPaperCounts(raw, { train: 15_552, val: 2_608, test: 7_799 });
}

function movieOf(value: unknown, file: string): { plots: readonly string[]; classes: readonly string[] } {
  const { plot, genres: own } = (value ?? {}) as { plot?: unknown; genres?: unknown };
  if (!isTexts(plot) || !isTexts(own))
    throw failure('LAC3167', { at: file, problem: '`plot` and `genres` must be lists of texts' });
  return { plots: plot, classes: own.filter((genre) => genres.includes(genre)) };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** `longest` counts characters, not UTF-16 units, and takes the first of equally long ones, as the makers of MM-IMDb do. */
function choosePlots(plots: readonly string[], choice: MmimdbOptions['plot']): readonly string[] {
  if (choice === 'all') return plots;
  if (choice === 'first') return plots.slice(0, 1);
  const lengths = plots.map((plot) => [...plot].length);
  return plots.slice(lengths.indexOf(Math.max(...lengths))).slice(0, 1);
}
