/*
 * Made the files beside this one:
 *   node make.mjs FOLDER_OF_EMOJI_DATASOURCE_GOOGLE FOLDER_OF_EMOJIBASE_DATA
 * from emoji-datasource-google 16.0.0 and emojibase-data 17.0.0. 4 groups with 16 emoji each, evenly spaced in the
 * group; pictures over white, 32 x 32; labels split at spaces, in a vocabulary of 300 (by frequency, then by name).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const [pictures, names] = process.argv.slice(2);
const groups = { 'Smileys & Emotion': 0, 'Animals & Nature': 3, 'Food & Drink': 4, Objects: 7 };
const perGroup = 16;
const maxLength = 10;

const drawn = new Map(JSON.parse(readFileSync(join(pictures, 'emoji.json'), 'utf8')).map((e) => [e.unified, e.image]));
const all = JSON.parse(readFileSync(join(names, 'en/data.json'), 'utf8'));
const chosen = Object.values(groups).flatMap((group, label) => {
  const found = all.filter((e) => e.group === group && drawn.has(e.hexcode));
  return Array.from({ length: perGroup }, (_, i) => ({ ...found[Math.floor((i * found.length) / perGroup)], label: label }));
});
const words = new Map();
const textOf = (hexcode) => all.find((e) => e.hexcode === hexcode).label.toLowerCase().split(/[^a-z]+/).filter(Boolean);
for (const { hexcode } of chosen) for (const word of textOf(hexcode)) words.set(word, (words.get(word) ?? 0) + 1);
const vocabulary = [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
const ids = chosen.map(({ hexcode }) => [1, ...textOf(hexcode).slice(0, maxLength - 2).map((word) => 4 + vocabulary.indexOf(word)), 2]);
const pixels = [];
for (const { hexcode } of chosen) {
  const file = join(pictures, 'img/google/64', drawn.get(hexcode));
  pixels.push(await sharp(file).flatten({ background: '#fff' }).resize(32, 32).raw().toBuffer());
}
writeFileSync('pixels.bin', Buffer.concat(pixels));
writeFileSync(
  'samples.json',
  `${JSON.stringify({
    classes: Object.keys(groups),
    vocabulary: vocabulary.length + 4,
    maxLength,
    samples: chosen.map(({ hexcode, label }, row) => ({ id: hexcode, label, name: textOf(hexcode).join(' '), ids: ids[row] })),
  })
    .replaceAll('{"id"', '\n{"id"')}\n`,
);
