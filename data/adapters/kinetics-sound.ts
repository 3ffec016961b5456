import type { KineticsSoundData } from '../../schemas/generated/resolved.ts';
import type { FolderAdapter } from './adapter.ts';
import { hasFile, malformed, readLines } from './annotations.ts';
import type { FolderRoot } from './folder-root.ts';
import { type Entry, gatherSamples } from './gather-samples.ts';
import { withPaperCounts } from './paper-counts.ts';

/**
 * Kinetics-Sound: `visual/{train,test}_imgs/Image-01-FPS/NAME/*.jpg` with `audio/{train,test}/NAME.wav`, listed by
 * OGM-GE (`my_train.txt`: name,10,label) or MLA (`my_train_ks.txt`: NAME.mp4 label).
 */
export const kineticsSound: FolderAdapter<KineticsSoundData> = { version: 1, packagesOf: () => [], list };

/** Alphabetical, by which the lists number them. */
const kineticsClasses: readonly string[] = [
  ...['blowing nose', 'blowing out candles', 'bowling', 'chopping wood', 'dribbling basketball', 'laughing'],
  ...['mowing lawn', 'playing accordion', 'playing bagpipes', 'playing bass guitar', 'playing clarinet'],
  ...['playing drums', 'playing guitar', 'playing harmonica', 'playing keyboard', 'playing organ'],
  ...['playing piano', 'playing saxophone', 'playing trombone', 'playing trumpet', 'playing violin'],
  ...[
    'playing xylophone',
    'ripping paper',
    'shoveling snow',
    'shuffling cards',
    'singing',
    'stomping grapes',
  ],
  ...['tap dancing', 'tapping guitar', 'tapping pen', 'tickling'],
];

interface Lists {
  readonly by: string;
  readonly fileOf: (split: 'train' | 'test') => string;
  /** Groups `name` and `label`. */
  readonly form: RegExp;
  readonly expected: string;
}

const ogm: Lists = {
  by: 'OGM-GE',
  fileOf: (split) => `my_${split}.txt`,
  form: /^(?<name>[^,]+),\d+,(?<label>[^,]+)$/,
  expected: '`name,seconds,label`',
};

const mla: Lists = {
  by: 'MLA',
  fileOf: (split) => `my_${split}_ks.txt`,
  form: /^(?<name>.+)\.mp4\s+(?<label>.+)$/,
  expected: '`name.mp4 label`',
};

async function list({ with: options }: KineticsSoundData, root: FolderRoot) {
  const lists =
    !(await hasFile(root, ogm.fileOf('train'))) && (await hasFile(root, mla.fileOf('train'))) ? mla : ogm;
  const classes = lists === mla ? await mlaClasses(root) : kineticsClasses;
  const entries = [
    ...(await readEntries(root, lists, 'train', classes)),
    ...(await readEntries(root, lists, 'test', classes)),
  ];
  const raw = await gatherSamples(root, entries, {
    name: 'kinetics-sound',
    classes,
    allowMissing: options.allowMissing,
    notes: [`lists of ${lists.by}: ${lists.fileOf('train')}, ${lists.fileOf('test')}`],
  });
  return withPaperCounts(raw, { train: 14_739, test: 2_594 });
}

/** MLA names classes in stat_ks.txt, a name and counts with ` >` between them per line, and numbers them sorted. */
async function mlaClasses(root: FolderRoot): Promise<readonly string[]> {
  if (!(await hasFile(root, 'stat_ks.txt'))) return kineticsClasses;
  const lines = await readLines(root, 'stat_ks.txt');
  return [...new Set(lines.map(({ text }) => (text.split('>')[0] ?? '').trim()))].sort();
}

async function readEntries(
  root: FolderRoot,
  lists: Lists,
  split: 'train' | 'test',
  classes: readonly string[],
): Promise<readonly Entry[]> {
  const file = lists.fileOf(split);
  return (await readLines(root, file)).map(({ line, text }): Entry => {
    const { name, label } = lists.form.exec(text.trim())?.groups ?? {};
    if (name === undefined || label === undefined)
      throw malformed(file, line, `it is not of the form ${lists.expected}`);
    const isNumber = /^\d+$/.test(label);
    const named = isNumber ? classes[Number(label)] : label;
    if (named === undefined)
      throw malformed(file, line, `label ${label} is not one of 0 to ${classes.length - 1}`);
    return {
      id: name,
      split,
      classes: [named],
      audio: `audio/${split}/${name}.wav`,
      video: `visual/${split}_imgs/Image-01-FPS/${name}`,
      at: `${file}, line ${line}`,
    };
  });
}
