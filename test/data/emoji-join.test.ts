import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type EmojiTables, joinEmoji } from '../../data/adapters/emoji-join.ts';
import type { RawSamples } from '../../data/adapters/raw-sample.ts';
import { splitOf } from '../../data/adapters/share-of.ts';
import { Failure } from '../../diagnostics/failure.ts';
import type { EmojiOptions } from '../../schemas/generated/resolved.ts';

// The fields that are read of emoji-datasource-google 16.0.0 and emojibase-data 17.0.0.
const tables = JSON.parse(
  readFileSync(new URL('../vectors/emoji/tables.json', import.meta.url), 'utf8'),
) as EmojiTables;
const everything: EmojiOptions = { drawings: 'google', target: 'group', splits: ['train', 'val', 'test'] };
const join = (options: Partial<EmojiOptions>): RawSamples =>
  joinEmoji(tables, { ...everything, ...options }, (image) => `/pictures/${image}`);

test('There are 1,636 emoji in 8 groups, split 70/10/20 by hash', () => {
  const { name, classes, samples } = join({});
  expect(name).toBe('emoji-google-group');
  expect(samples).toHaveLength(1636);
  expect(countBy(samples.map(({ label }) => classes[label] as string))).toEqual({
    'smileys & emotion': 169,
    'people & body': 386,
    'animals & nature': 159,
    'food & drink': 131,
    'travel & places': 218,
    activities: 85,
    objects: 264,
    symbols: 224,
  });
  expect(countBy(samples.map(({ split }) => split))).toEqual({ train: 1132, val: 162, test: 342 });
  expect(new Set(samples.map(({ text }) => text)).size).toBe(1636);
});

test.each([
  { id: '263A-FE0F', text: 'smiling face', group: 'smileys & emotion', subgroup: 'affectionate' },
  { id: '0023-FE0F-20E3', text: 'keycap: #', group: 'symbols', subgroup: 'keypad characters' },
  {
    id: '1F636-200D-1F32B-FE0F',
    text: 'face in clouds',
    group: 'smileys & emotion',
    subgroup: 'neutral / skeptical',
  },
  { id: '1F370', text: 'shortcake', group: 'food & drink', subgroup: 'sweets & candy' },
  { id: '1F980', text: 'crab', group: 'animals & nature', subgroup: 'marine life' },
  { id: '1F511', text: 'key', group: 'objects', subgroup: 'lock & keys' },
])('$id is "$text"', ({ id, text, group, subgroup }) => {
  const [byGroup, bySubgroup] = [join({}), join({ target: 'subgroup' })];
  const find = (raw: RawSamples) => raw.samples.find((sample) => sample.id === id);
  expect(find(byGroup)?.text).toBe(text);
  expect(byGroup.classes[find(byGroup)?.label ?? -1]).toBe(group);
  expect(bySubgroup.classes[find(bySubgroup)?.label ?? -1]).toBe(subgroup);
  expect(find(byGroup)?.image).toBe(`/pictures/${id.toLowerCase()}.png`);
});

test('There are no flags, no skin tones and no parts of emoji', () => {
  const ids = new Set(join({}).samples.map(({ id }) => id));
  expect(['1F1E6-1F1E8', '1F3F4-200D-2620-FE0F', '1F3FB', '1F9B0'].filter((id) => ids.has(id))).toEqual([]);
});

test('The split of an emoji does not depend on who drew it or what is predicted', () => {
  const splits = ({ samples }: RawSamples) => samples.map(({ id, split }) => [id, split]);
  expect(splits(join({ drawings: 'twitter', target: 'subgroup' }))).toEqual(splits(join({})));
});

test('Kept splits keep their samples, and classes without a sample are left out', () => {
  const all = join({ target: 'subgroup' });
  const train = join({ target: 'subgroup', splits: ['train'] });
  const val = join({ target: 'subgroup', splits: ['val'] });
  expect(all.classes).toHaveLength(95);
  expect(train.samples.map(({ id }) => id)).toEqual(
    all.samples.filter(({ split }) => split === 'train').map(({ id }) => id),
  );
  for (const { classes, samples } of [all, train, val]) {
    expect([...new Set(samples.map(({ label }) => label))].sort((a, b) => a - b)).toEqual([
      ...classes.keys(),
    ]);
  }
  expect(val.classes.length).toBeLessThan(95);
  expect(val.classes.every((name) => all.classes.includes(name))).toBe(true);
});

test('An emoji without a picture of the chosen drawings is left out', () => {
  const drawn = tables.drawn.map((emoji) => ({ ...emoji, has_img_twitter: emoji.unified !== '1F600' }));
  const twitter = joinEmoji({ ...tables, drawn }, { ...everything, drawings: 'twitter' }, (image) => image);
  expect(twitter.samples).toHaveLength(1635);
});

test.each([
  { what: 'without a name', drawn: [{ unified: '1F9FF-FE0F-1F9FF', image: 'x.png' }], code: 'LAC3104' },
])('An emoji $what ends the reading', ({ drawn, code }) => {
  const flags = { has_img_google: true, has_img_twitter: true };
  const broken = { ...tables, drawn: drawn.map((emoji) => ({ ...emoji, ...flags })) };
  expect(codeOf(() => joinEmoji(broken, everything, (image) => image))).toBe(code);
});

test('A group that the messages do not name ends the reading', () => {
  const broken = { ...tables, messages: { ...tables.messages, groups: tables.messages.groups.slice(1) } };
  expect(codeOf(() => joinEmoji(broken, everything, (image) => image))).toBe('LAC3105');
});

test.each([
  ['1F600', 'train'],
  ['1F34A', 'val'],
  ['002A-FE0F-20E3', 'test'],
])('The split of %s is %s for good', (unified, split) => {
  expect(splitOf(unified)).toBe(split);
});

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'nothing was thrown';
}
