import { mkdirSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { stream } from '../random/stream.ts';
import { type Amounts, clipSeconds, type PartName, recordingSeconds } from './data-parts.ts';

/** The picture of that number, and the recording, in their folder. */
export const pictureName = (index: number): string => `${String(index).padStart(5, '0')}.jpg`;
export const recordingName = (index: number): string => `${String(index).padStart(5, '0')}.wav`;

const width = 640;
const height = 480;

/** Makes what a part reads, in an empty folder; the same each time. */
export async function makeMaterial(part: PartName, folder: string, amounts: Amounts): Promise<void> {
  if (part === 'mel') writeClips(folder, amounts);
  else if (part === 'tokens') writeTexts(folder, amounts);
  else if (part === 'images') await writePictures(folder, amounts.pictures);
  else {
    await writePictures(folder, amounts.originals);
    await copyPictures(folder, amounts);
    writeRecordings(folder, amounts);
    writeManifests(folder, amounts);
  }
}

/** Sines that change their pitch, with noise: [clips, values] as float32 of 16 kHz. */
function writeClips(folder: string, { clips }: Amounts): void {
  const values = Float32Array.from(
    Array.from({ length: clips }, (_, index) => sound(index, clipSeconds * 16_000, 16_000)).flat(),
  );
  writeFileSync(join(folder, 'clips.f32'), values);
}

function sound(index: number, length: number, rate: number): number[] {
  const random = stream(0, 'bench sound', index);
  const [pitch, bend] = [100 + 400 * random.uniform(), 50 * random.uniform()];
  return Array.from({ length }, (_, at) => {
    const time = at / rate;
    const wave = Math.sin(2 * Math.PI * (pitch + bend * Math.sin(3 * time)) * time);
    return 0.4 * wave + 0.2 * (random.uniform() - 0.5);
  });
}

/** RIFF files of 8 kHz, one channel, 16 bits. */
function writeRecordings(folder: string, { recordings }: Amounts): void {
  mkdirSync(join(folder, 'recordings'));
  const [rate, length] = [8000, recordingSeconds * 8000];
  for (let index = 0; index < recordings; index += 1) {
    const samples = Int16Array.from(sound(index, length, rate), (value) => Math.round(value * 32_767));
    const header = Buffer.alloc(44);
    header.write('RIFF', 0, 'latin1');
    header.writeUInt32LE(36 + samples.byteLength, 4);
    header.write('WAVEfmt ', 8, 'latin1');
    header.writeUInt32LE(16, 16);
    header.writeUInt16LE(1, 20);
    header.writeUInt16LE(1, 22);
    header.writeUInt32LE(rate, 24);
    header.writeUInt32LE(rate * 2, 28);
    header.writeUInt16LE(2, 32);
    header.writeUInt16LE(16, 34);
    header.write('data', 36, 'latin1');
    header.writeUInt32LE(samples.byteLength, 40);
    const file = join(folder, 'recordings', recordingName(index));
    writeFileSync(file, Buffer.concat([header, Buffer.from(samples.buffer)]));
  }
}

async function writePictures(folder: string, count: number): Promise<void> {
  mkdirSync(join(folder, 'pictures'));
  for (let index = 0; index < count; index += 1) {
    await sharp(drawPicture(index), { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 90 })
      .toFile(join(folder, 'pictures', pictureName(index)));
  }
}

/** A photograph of a kind: light that changes slowly, discs with sharp edges, the grain of a sensor. */
function drawPicture(index: number): Buffer {
  const random = stream(0, 'bench picture', index);
  const light = Array.from(
    { length: 3 },
    () => [random.uniform(), random.uniform(), random.uniform()] as const,
  );
  const discs = Array.from({ length: 12 }, () => ({
    x: width * random.uniform(),
    y: height * random.uniform(),
    radius: 10 + 80 * random.uniform(),
    shift: 160 * (random.uniform() - 0.5),
  }));
  // One row of grain, read from a different place for each row, is as good for an encoder as a new one for each.
  const grain = Float32Array.from({ length: 8192 }, () => 12 * random.normal());
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const near = discs.filter((disc) => Math.abs(disc.y - y) < disc.radius);
    const start = random.integer(8192 - 3 * width);
    for (let x = 0; x < width; x += 1) {
      const inside = near.find((disc) => (disc.x - x) ** 2 + (disc.y - y) ** 2 < disc.radius ** 2);
      light.forEach(([base, across, down], channel) => {
        const smooth = 60 + 90 * base + (60 * across * x) / width + (60 * down * y) / height;
        const value = smooth + (inside?.shift ?? 0) + (grain[start + 3 * x + channel] ?? 0);
        pixels[(y * width + x) * 3 + channel] = Math.max(0, Math.min(255, Math.round(value)));
      });
    }
  }
  return pixels;
}

async function copyPictures(folder: string, { originals, copies }: Amounts): Promise<void> {
  const path = (index: number) => join(folder, 'pictures', pictureName(index));
  for (let index = originals; index < originals * copies; index += 1) {
    await copyFile(path(index % originals), path(index));
  }
}

function writeManifests(folder: string, { recordings, originals, copies }: Amounts): void {
  const write = (name: string, modality: string, files: readonly string[]) => {
    const rows = files.map((file, index) => `${name}/${file},class ${index % 10},train`);
    writeFileSync(join(folder, `${name}.csv`), `${[`${modality},label,split`, ...rows].join('\n')}\n`);
  };
  write(
    'recordings',
    'audio',
    Array.from({ length: recordings }, (_, index) => recordingName(index)),
  );
  write(
    'pictures',
    'image',
    Array.from({ length: originals * copies }, (_, index) => pictureName(index)),
  );
}

/** Titles of 4 to 30 words, frequent ones more often, some with accents, capitals and signs. */
function writeTexts(folder: string, { texts }: Amounts): void {
  const random = stream(0, 'bench text');
  const letters = 'etaoinshrdlucmfwypvbgkqjxz';
  const made = Array.from({ length: 8000 }, () =>
    Array.from({ length: 2 + random.integer(9) }, () => letters[Math.floor(26 * random.uniform() ** 2)]).join(
      '',
    ),
  );
  const word = () => made[Math.floor(made.length * random.uniform() ** 3)] ?? '';
  const decorate = (text: string) => {
    const kind = random.integer(12);
    if (kind === 0) return text.replace('e', 'é').replace('u', 'ü');
    if (kind === 1) return text[0]?.toUpperCase() + text.slice(1);
    if (kind === 2) return `${text}${",.!'-&"[random.integer(6)]}`;
    return text;
  };
  const lines = Array.from({ length: texts }, () =>
    Array.from({ length: 4 + random.integer(27) }, () => decorate(word())).join(' '),
  );
  writeFileSync(join(folder, 'texts.json'), JSON.stringify(lines));
}
