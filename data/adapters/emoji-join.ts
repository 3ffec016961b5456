import { failure } from '../../diagnostics/failure.ts';
import type { EmojiOptions } from '../../schemas/generated/resolved.ts';
import type { RawSample, RawSamples } from './raw-sample.ts';
import { splitOf } from './share-of.ts';

/** One entry of emoji-datasource's `emoji.json`: drawings, by code points joined with `-`, all with FE0F. */
export interface DrawnEmoji {
  readonly unified: string;
  readonly image: string;
  readonly has_img_google: boolean;
  readonly has_img_twitter: boolean;
}

/** One entry of emojibase-data's `en/data.json`: names, by code points that mostly go without FE0F. */
export interface NamedEmoji {
  readonly hexcode: string;
  readonly label: string;
  readonly group?: number;
  readonly subgroup?: number;
}

/** emojibase-data's `meta/groups.json`: the key of each number that `NamedEmoji` carries. */
export interface GroupKeys {
  readonly groups: { readonly [number: string]: string };
  readonly subgroups: { readonly [number: string]: string };
}

/** emojibase-data's `en/messages.json`: English by key. Its `order` is not used: one number stands there twice. */
export interface GroupMessages {
  readonly groups: readonly { readonly key: string; readonly message: string }[];
  readonly subgroups: readonly { readonly key: string; readonly message: string }[];
}

/** The files that the two packages carry. */
export interface EmojiTables {
  readonly drawn: readonly DrawnEmoji[];
  readonly named: readonly NamedEmoji[];
  readonly keys: GroupKeys;
  readonly messages: GroupMessages;
}

// Skin tones and hair are no emoji of their own; flags are told apart by knowing the country.
const droppedGroups: readonly string[] = ['component', 'flags'];

/**
 * Joins drawings with names and keeps what `options` ask for. Classes are numbered in emojibase's order; a class
 * without a sample in the kept splits is left out, so that labels are dense. `imagePath` makes a file's path.
 */
export function joinEmoji(
  tables: EmojiTables,
  options: EmojiOptions,
  imagePath: (image: string) => string,
): RawSamples {
  const names = new Map(tables.named.map((emoji) => [emoji.hexcode, emoji]));
  // By code points, so that the split is the same whoever drew it.
  const kept = tables.drawn
    .filter((drawn) => (options.drawings === 'google' ? drawn.has_img_google : drawn.has_img_twitter))
    .map((drawn) => ({ drawn, named: nameOf(drawn, names), split: splitOf(drawn.unified) }))
    .filter(({ named, split }) => isKept(named, tables.keys) && options.splits.includes(split));
  const classes = classNumbers(kept.map(({ named }) => classOf(named, options)));
  const samples = kept.map(({ drawn, named, split }): RawSample => {
    const label = classes.indexOf(classOf(named, options));
    return { id: drawn.unified, label, split, image: imagePath(drawn.image), text: named.label };
  });
  const name = `emoji-${options.drawings}-${options.target}`;
  return { name, classes: classes.map((number) => titleOf(number, options, tables)), samples };
}

function nameOf(drawn: DrawnEmoji, names: ReadonlyMap<string, NamedEmoji>): NamedEmoji {
  const named = names.get(drawn.unified) ?? names.get(drawn.unified.replaceAll('-FE0F', ''));
  if (named === undefined) throw failure('LAC3104', { emoji: drawn.unified });
  return named;
}

function isKept(named: NamedEmoji, keys: GroupKeys): boolean {
  const key = keys.groups[String(named.group)];
  return key !== undefined && !droppedGroups.includes(key);
}

function classOf(named: NamedEmoji, options: EmojiOptions): number {
  const number = options.target === 'group' ? named.group : named.subgroup;
  if (number === undefined) throw failure('LAC3104', { emoji: named.hexcode });
  return number;
}

function classNumbers(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function titleOf(number: number, options: EmojiOptions, { keys, messages }: EmojiTables): string {
  const [key, entries] =
    options.target === 'group'
      ? [keys.groups[number], messages.groups]
      : [keys.subgroups[number], messages.subgroups];
  const title = entries.find((entry) => entry.key === key)?.message;
  if (title === undefined) throw failure('LAC3105', { number, target: options.target });
  return title;
}
