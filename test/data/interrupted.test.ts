import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../store/store.ts';

/** Pictures, and the side of the squares that they become: 279 of these are a shard of 32 MiB. */
const pictures = 1300;
const size = 200;
const shards = Math.ceil(pictures / 279);

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'lacuna-interrupted-'));
  await mkdir(join(base, 'data'));
  const rows = ['image,label'];
  for (let index = 0; index < pictures; index += 1) {
    const background = { r: index % 256, g: (index >> 2) % 256, b: 90 };
    const file = `${index}.png`;
    await sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toFile(join(base, 'data', file));
    rows.push(`${file},${index % 3}`);
  }
  await writeFile(join(base, 'data/manifest.csv'), `${rows.join('\n')}\n`);
});
afterAll(() => rm(base, { recursive: true }));

const program = new URL('./preprocess-child.ts', import.meta.url).pathname;

/** A process that preprocesses, on the given processors only. */
function start(store: string, run: string, processors = '0,1'): ChildProcess {
  const node = [
    process.execPath,
    '--import',
    'tsx',
    program,
    join(base, 'data'),
    join(base, store),
    run,
    String(size),
  ];
  const env = { ...process.env, LACUNA_CACHE: join(base, 'cache') };
  return spawn('taskset', ['-c', processors, ...node], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function finish(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const [exit] = await once(child, 'close');
  expect(exit).toBe(0);
  return (JSON.parse(text) as { artifact: string }).artifact;
}

/** Parts that a store keeps, by the run that made them. */
async function partsIn(store: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const folder = join(base, store, 'entries');
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const file of files.filter((entry) => entry.isFile())) {
    const text = await readFile(join(file.parentPath, file.name), 'utf8').catch(() => '');
    if (!text.includes('vnd.lacuna.part')) continue;
    const { provenance } = JSON.parse(text) as Pick<Entry, 'provenance'>;
    counts[provenance.run] = (counts[provenance.run] ?? 0) + 1;
  }
  return counts;
}

describe('preprocessing in shards', () => {
  let undisturbed: string;
  beforeAll(async () => {
    undisturbed = await finish(start('one', 'whole', '0'));
  });

  it('gives the same bytes on one core and on two', async () => {
    expect(await finish(start('two', 'whole'))).toBe(undisturbed);
    expect(await partsIn('two')).toEqual({ whole: shards });
  });

  it('that is killed loses one shard at most, and ends with the same bytes', async () => {
    const child = start('killed', 'first');
    while (((await partsIn('killed'))['first'] ?? 0) < 2) await sleep(20);
    child.kill('SIGKILL');
    await once(child, 'close');
    const kept = (await partsIn('killed'))['first'] ?? 0;
    expect(kept).toBeGreaterThanOrEqual(2);
    expect(kept).toBeLessThan(shards);
    expect(await finish(start('killed', 'second'))).toBe(undisturbed);
    expect(await partsIn('killed')).toEqual({ first: kept, second: shards - kept });
  });

  it('by two processes on one store shares the shards', async () => {
    const both = [start('shared', 'a'), start('shared', 'b')];
    expect(await Promise.all(both.map(finish))).toEqual([undisturbed, undisturbed]);
    const { a = 0, b = 0 } = await partsIn('shared');
    expect(a + b).toBe(shards);
  });
});
