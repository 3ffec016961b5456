import { failure } from '../../diagnostics/failure.ts';
import type { Food101Data, Food101Options, Split } from '../../schemas/generated/resolved.ts';
import { inLanes } from '../in-lanes.ts';
import type { FolderAdapter } from './adapter.ts';
import { hasFile, malformed, readCsv, readJson, readJsonLines, readSplitLists } from './annotations.ts';
import type { FolderRoot } from './folder-root.ts';
import { food101Classes } from './food101-classes.ts';
import { type Entry, gatherSamples } from './gather-samples.ts';
import { withPaperCounts } from './paper-counts.ts';

/**
 * UPMC Food-101: pictures `images/{train,test}/CLASS/CLASS_N.jpg` with the title of their web page, in one of three
 * sets of annotations (docs/data.md). The paper trains on train and val together.
 */
export const food101: FolderAdapter<Food101Data> = { version: 1, packagesOf: () => [], list };

/** An entry with the split that its annotations give it. */
type Listed = Omit<Entry, 'split'> & { readonly original: Split };
type Annotations = Exclude<Food101Options['annotations'], 'auto'>;

const signs: { readonly [annotations in Annotations]: string } = {
  map: 'split.json',
  jsonl: 'train.jsonl',
  titles: 'texts/train_titles.csv',
};

const readers: {
  readonly [annotations in Annotations]: (root: FolderRoot) => Promise<readonly Listed[]>;
} = { map: readMap, jsonl: readJsonl, titles: readTitles };

async function list({ with: options }: Food101Data, root: FolderRoot) {
  const annotations = options.annotations === 'auto' ? await findAnnotations(root) : options.annotations;
  const listed = await readers[annotations](root);
  const trained: readonly Split[] = options.split.train;
  const entries = listed
    .filter(({ original }) => original !== 'train' || trained.includes(original))
    .map(({ original, ...entry }) => ({ ...entry, split: trained.includes(original) ? 'train' : original }));
  const classes = await readClasses(root);
  const raw = await gatherSamples(root, entries, {
    name: 'food101',
    classes,
    allowMissing: options.allowMissing,
    notes: [`annotations: ${annotations} (${signs[annotations]})`],
  });
  return withPaperCounts(raw, { train: 67_988, test: 22_716 });
}

async function findAnnotations(root: FolderRoot): Promise<Annotations> {
  for (const annotations of ['map', 'jsonl', 'titles'] as const) {
    if (await hasFile(root, signs[annotations])) return annotations;
  }
  throw failure('LAC3161', { file: Object.values(signs).join(' or '), root: root.path });
}

/** Class names in the order of their indices: of class_idx.json where there is one. */
async function readClasses(root: FolderRoot): Promise<readonly string[]> {
  const file = 'class_idx.json';
  if (!(await hasFile(root, file))) return food101Classes;
  const indices = Object.entries((await readJson(root, file)) ?? {}).sort(([, a], [, b]) => a - b);
  if (indices.some(([, index], place) => index !== place))
    throw failure('LAC3167', { at: file, problem: 'its indices are not 0, 1, 2, ... without gaps' });
  return indices.map(([name]) => name);
}

/** Annotations of missing-aware prompts: split.json lists file names, text.json has their texts. */
async function readMap(root: FolderRoot): Promise<readonly Listed[]> {
  const listed = await readSplitLists(root, 'split.json');
  const texts = textsOf(await readJson(root, 'text.json'));
  return listed.map(({ name: file, split: original, at }): Listed => {
    const text = texts.get(file);
    const rest = text === undefined ? { lacks: 'text.json has no text for it' } : { text };
    const label = file.slice(0, Math.max(0, file.lastIndexOf('_')));
    return { id: file, original, classes: [label], image: imagePath(original, label, file), at, ...rest };
  });
}

function textsOf(value: unknown): ReadonlyMap<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.map(([file, text]: [string, unknown]) => {
      const first: unknown = Array.isArray(text) ? text[0] : text;
      if (typeof first !== 'string')
        throw failure('LAC3167', { at: 'text.json', problem: `the text of ${file} is no text` });
      return [file, first];
    }),
  );
}

function imagePath(original: Split, label: string, file: string): string {
  return `images/${original === 'test' ? 'test' : 'train'}/${label}/${file}`;
}

/** The original annotations: file, title, class; with or without a header. */
async function readTitles(root: FolderRoot): Promise<readonly Listed[]> {
  const splits = (['train', 'test'] as const).map(async (original) => {
    const file = `texts/${original}_titles.csv`;
    const rows = await readCsv(root, file);
    return rows
      .filter((row, index) => index > 0 || isPictureName(row.cells[0]))
      .map((row): Listed => {
        const [image = '', text = '', label = ''] = row.cells;
        if (row.cells.length !== 3)
          throw malformed(
            file,
            row.line,
            `it has ${row.cells.length} cells instead of file, title and class`,
          );
        const at = `${file}, line ${row.line}`;
        return { id: image, original, classes: [label], text, image: imagePath(original, label, image), at };
      });
  });
  return (await Promise.all(splits)).flat();
}

function isPictureName(cell = ''): boolean {
  return /\.(?:jpe?g|png)$/i.test(cell);
}

/** Annotations of QMF and MLA: a JSON object with img, text and label per line. */
async function readJsonl(root: FolderRoot): Promise<readonly Listed[]> {
  const splits = (['train', 'dev', 'test'] as const).map(async (name) => {
    const file = `${name}.jsonl`;
    const original = name === 'dev' ? 'val' : name;
    return inLanes(await readJsonLines(root, file), 16, async ({ line, value }): Promise<Listed> => {
      const { img, text, label } = value;
      if (typeof img !== 'string' || typeof text !== 'string' || typeof label !== 'string')
        throw malformed(file, line, '`img`, `text` and `label` must be texts');
      const at = `${file}, line ${line}`;
      const id = img.slice(img.lastIndexOf('/') + 1);
      const image = await firstThere(root, [img, `images/${img}`, imagePath(original, label, id)], at);
      return { id, original, classes: [label], text, image, at };
    });
  });
  return (await Promise.all(splits)).flat();
}

/** Copies differ in what their paths count from. The first candidate is named where none is there. */
async function firstThere(root: FolderRoot, candidates: readonly [string, ...string[]], at: string) {
  for (const candidate of candidates) {
    if ((await root.locate(candidate, at)) !== undefined) return candidate;
  }
  return candidates[0];
}
