import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { link, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { stream } from '../random/stream.ts';
import { tempFolder, writeFiles } from '../test/rig/cli.ts';
import { processesOf } from '../test/rig/processes.ts';
import { machine } from './machine.ts';

/*
 * How long `lacuna run` takes to preprocess 50,000 pictures, and the most memory that each of its processes held, with the
 * built command line. Takes about 20 GB of disk below the folder for temporary files. Another number as argument:
 * npx tsx bench/preprocess-50000.ts [PICTURES]
 */
const mainFile = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const originals = 500;
const pictures = Number(process.argv[2] ?? 50_000);

const pipeline = `version: 1
name: bench/preprocess
data: {pictures: {adapter: manifest, with: {root: ./pictures, columns: {image: image, label: label}}}}
steps: {prepare: {uses: preprocess, with: {data: pictures, image: {size: 224}}}}
`;

/** Different JPEGs of 320x240 pixels, each under many names. */
async function makePictures(folder: string): Promise<void> {
  await mkdir(join(folder, 'pictures/originals'), { recursive: true });
  for (let index = 0; index < Math.min(originals, pictures); index += 1) {
    const draws = stream(0, 'bench picture', index);
    const colours = Uint8Array.from({ length: 8 * 6 * 3 }, () => draws.integer(256));
    await sharp(colours, { raw: { width: 8, height: 6, channels: 3 } })
      .resize(320, 240, { kernel: 'cubic' })
      .jpeg({ quality: 90 })
      .toFile(join(folder, `pictures/originals/${index}.jpg`));
  }
  const rows = ['image,label'];
  for (let index = 0; index < pictures; index += 1) {
    const name = `${String(index).padStart(6, '0')}.jpg`;
    await link(join(folder, `pictures/originals/${index % originals}.jpg`), join(folder, 'pictures', name));
    rows.push(`${name},${index % 10}`);
  }
  await writeFiles(folder, { 'pictures/manifest.csv': `${rows.join('\n')}\n`, 'pipeline.yaml': pipeline });
}

/** The most memory that each process of a run held, in MiB, by what it is. */
async function watchMemory(marker: string, group: number, peaks: Map<string, number>): Promise<void> {
  for (const { pid, command } of processesOf(group, marker)) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const kibibytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
    const name = /worker-main|train\/child|temporal|cli\/main/.exec(command)?.[0] ?? 'other';
    peaks.set(name, Math.max(peaks.get(name) ?? 0, kibibytes / 1024));
  }
}

await using folder = await tempFolder();
const made = performance.now();
await makePictures(folder.path);
process.stderr.write(`${pictures} pictures made in ${((performance.now() - made) / 1000).toFixed(0)} s\n`);
const marker = `LACUNA_BENCH=${randomUUID()}`;
const [name = '', value] = marker.split('=');
const env = { ...process.env, LACUNA_STORE: join(folder.path, 'store'), [name]: value };
const started = performance.now();
const run = spawn(process.execPath, [mainFile, 'run', 'pipeline.yaml'], {
  cwd: folder.path,
  env,
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
const peaks = new Map<string, number>();
const timer = setInterval(() => void watchMemory(marker, run.pid ?? 0, peaks), 250);
const [exit] = await once(run, 'close');
clearInterval(timer);
const seconds = (performance.now() - started) / 1000;
const memory = [...peaks].map(([process, mebibytes]) => `${process} ${mebibytes.toFixed(0)} MiB`).join(', ');
process.stdout.write(
  `${machine()}\n${pictures} pictures: exit ${exit}, ${seconds.toFixed(0)} s, ${(pictures / seconds).toFixed(0)} pictures/s; most memory: ${memory}\n`,
);
