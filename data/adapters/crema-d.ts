import { failure } from '../../diagnostics/failure.ts';
import type { CremaDData, CremaDOptions } from '../../schemas/generated/resolved.ts';
import type { FolderAdapter } from './adapter.ts';
import { malformed, readLines } from './annotations.ts';
import type { FolderRoot } from './folder-root.ts';
import { type Entry, gatherSamples } from './gather-samples.ts';
import { withPaperCounts } from './paper-counts.ts';
import { shareOf } from './share-of.ts';

/**
 * CREMA-D: clips of 2 to 3 s of 91 actors with one of six emotions. `AudioWAV/NAME.wav` with frames in
 * `Image-01-FPS/NAME`, or with `VideoFlash/NAME.flv`. The third part of a name is its emotion.
 */
export const cremaD: FolderAdapter<CremaDData> = { version: 1, packagesOf: () => [], list };

type SplitChoice = CremaDOptions['split'];

/** In OGM-GE's order. */
const codes: readonly string[] = ['NEU', 'HAP', 'SAD', 'FEA', 'DIS', 'ANG'];

/** MLA's names, whose order is alphabetical. */
const longNames: { readonly [code: string]: string } = {
  ANG: 'Anger',
  DIS: 'Disgust',
  FEA: 'Fear',
  HAP: 'Happy',
  NEU: 'Neutral',
  SAD: 'Sad',
};

interface Clip {
  readonly name: string;
  readonly split: 'train' | 'test';
  readonly emotion: string;
  readonly at: string;
}

const readers: { readonly [split in SplitChoice]: (root: FolderRoot) => Promise<readonly Clip[]> } = {
  ogm: (root) => readLists(root, (split) => `${split}.csv`, /^(?<name>[^,]+),(?<label>[A-Z]{3})$/, codeOf),
  mla: (root) =>
    readLists(root, (split) => `my_${split}_cre.txt`, /^(?<name>.+)\.flv\s+(?<label>\w+)$/, longNameOf),
  'actor-disjoint': splitByActor,
};

async function list({ with: options }: CremaDData, root: FolderRoot) {
  const clips = await readers[options.split](root);
  const hasFrames = (await root.list('Image-01-FPS')).length > 0;
  const entries = clips.map(({ name, split, emotion, at }): Entry => {
    const video = hasFrames ? `Image-01-FPS/${name}` : `VideoFlash/${name}.flv`;
    return { id: name, split, classes: [emotion], audio: `AudioWAV/${name}.wav`, video, at };
  });
  const raw = await gatherSamples(root, entries, {
    name: 'crema-d',
    classes: options.split === 'mla' ? Object.values(longNames).sort() : codes,
    allowMissing: options.allowMissing,
    notes: [`split ${options.split}: ${actorsOf(clips)}`],
  });
  return withPaperCounts(raw, { train: 6_698, test: 744 });
}

async function readLists(
  root: FolderRoot,
  fileOf: (split: 'train' | 'test') => string,
  form: RegExp,
  emotionOf: (name: string) => string | undefined,
): Promise<readonly Clip[]> {
  const lists = (['train', 'test'] as const).map(async (split) => {
    const file = fileOf(split);
    return (await readLines(root, file)).map(({ line, text }): Clip => {
      const { name, label } = form.exec(text.trim())?.groups ?? {};
      if (name === undefined || label === undefined)
        throw malformed(file, line, `it is not a clip with an emotion: ${JSON.stringify(text.slice(0, 60))}`);
      const emotion = emotionOf(name);
      if (emotion !== label)
        throw malformed(file, line, `${name} says ${emotion ?? 'no known emotion'}, its label says ${label}`);
      return { name, split, emotion, at: `${file}, line ${line}` };
    });
  });
  return (await Promise.all(lists)).flat();
}

/** A tenth of the actors is for testing, fixed by their numbers, so that nobody is in both splits. */
async function splitByActor(root: FolderRoot): Promise<readonly Clip[]> {
  const names = (await root.list('AudioWAV')).flatMap((file) => /^([^.].*)\.wav$/.exec(file)?.[1] ?? []);
  const actors = [...new Set(names.map(actorOf))].sort((a, b) => rankOf(a) - rankOf(b));
  const forTest = new Set(actors.slice(0, Math.ceil(actors.length / 10)));
  return names.map((name): Clip => {
    const emotion = codeOf(name);
    const at = `AudioWAV/${name}.wav`;
    if (emotion === undefined)
      throw failure('LAC3167', { at, problem: 'the third part of its name is not one of the six emotions' });
    return { name, split: forTest.has(actorOf(name)) ? 'test' : 'train', emotion, at };
  });
}

function rankOf(actor: string): number {
  return shareOf(`crema-d actor ${actor}`);
}

function codeOf(name: string): string | undefined {
  return codes.find((code) => code === name.split('_')[2]);
}

function longNameOf(name: string): string | undefined {
  return longNames[codeOf(name) ?? ''];
}

function actorOf(name: string): string {
  return name.split('_')[0] ?? '';
}

/** `91 actors, of whom 91 are in train and test` */
function actorsOf(clips: readonly Clip[]): string {
  const of = (split: Clip['split']) =>
    new Set(clips.flatMap((clip) => (clip.split === split ? [actorOf(clip.name)] : [])));
  const [train, test] = [of('train'), of('test')];
  const both = [...train].filter((actor) => test.has(actor)).length;
  return `${new Set([...train, ...test]).size} actors, of whom ${both} are in train and test`;
}
