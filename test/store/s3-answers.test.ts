import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { sha256 } from '../../store/hash.ts';
import { openMedium } from '../../store/s3-store.ts';
import { tempFolder } from '../rig/cli.ts';
import { type Mischief, patienceMs, type S3Request, startS3StandIn } from '../rig/s3-stand-in.ts';
import { temporaryFile } from './medium-contract.ts';

async function setUp() {
  const folder = await tempFolder();
  const server = await startS3StandIn();
  const open = () => openMedium(server.place(folder.path), server.environment, folder.path);
  return {
    folder: folder.path,
    server,
    open,
    /** The next so many requests that fit go wrong. */
    spoil(mischief: Mischief, times: number, fits: (request: S3Request) => boolean = () => true) {
      let left = times;
      server.misbehave = (request) => {
        if (left === 0 || !fits(request)) return undefined;
        left -= 1;
        return mischief;
      };
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

const busy: readonly [string, Mischief][] = [
  ['SlowDown', { status: 503, code: 'SlowDown' }],
  ['an internal error', { status: 500, code: 'InternalError' }],
  ['too many requests', { status: 429, code: 'TooManyRequests' }],
  ['a gateway without its server', { status: 502, code: '' }],
  ['a cut connection', 'cut'],
];

test.each(busy)('%s, twice, is not noticed; nobody writes on the console', async (_, mischief) => {
  await using rig = await setUp();
  const warn = vi.spyOn(console, 'warn');
  const medium = await rig.open();
  rig.spoil(mischief, 2);
  await medium.write('runs/a.json', 'a');
  rig.spoil(mischief, 2);
  expect(Buffer.from((await medium.read('runs/a.json')) ?? '').toString()).toBe('a');
  rig.spoil(mischief, 2);
  expect(await medium.size('runs/a.json')).toBe(1);
  expect(warn).not.toHaveBeenCalled();
});

test.each(busy)(
  '%s for longer than we are patient is a failure that may be tried again',
  async (_, mischief) => {
    await using rig = await setUp();
    const medium = await rig.open();
    rig.spoil(mischief, Number.POSITIVE_INFINITY);
    await expect(medium.read('runs/a.json')).rejects.toMatchObject({ code: 'LAC5106', retryable: true });
    // Some tries, with growing pauses: neither one nor a flood.
    const tries = rig.server.requests.filter(({ key }) => key === 'lab/runs/a.json').length;
    expect(tries).toBeGreaterThanOrEqual(3);
    expect(tries).toBeLessThan(12);
  },
);

test('a server that comes back at the end of our patience is not noticed, however long the pauses before', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  await medium.write('runs/a.json', 'a');
  using _longest = vi.spyOn(Math, 'random').mockReturnValue(0.999);
  const comesBack = performance.now() + 0.9 * patienceMs;
  rig.server.misbehave = () => (performance.now() < comesBack ? 'cut' : undefined);
  expect(Buffer.from((await medium.read('runs/a.json')) ?? '').toString()).toBe('a');
});

test.each([
  ['a full disk', { status: 507, code: 'XMinioStorageFull' }, 'LAC5109', true],
  ['no right to write', { status: 403, code: 'AccessDenied' }, 'LAC5104', false],
  ['another region', { status: 400, code: 'AuthorizationHeaderMalformed' }, 'LAC5104', false],
  ['a bucket that is gone', { status: 404, code: 'NoSuchBucket' }, 'LAC5105', false],
  ['something unheard of', { status: 400, code: 'Whatever' }, 'LAC5107', false],
  ['a method that it does not have', { status: 501, code: 'NotImplemented' }, 'LAC5107', false],
] as const)('%s is said at once', async (_, mischief, code, retryable) => {
  await using rig = await setUp();
  const medium = await rig.open();
  const secrets = 'DISTINCT-SECRET of DISTINCT-KEY';
  rig.spoil({ ...mischief, message: `the server repeats ${secrets}` }, Number.POSITIVE_INFINITY);
  const before = rig.server.requests.length;
  const refusal = await medium.write('runs/a.json', 'a').catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code, retryable });
  expect(`${(refusal as Error).stack} ${JSON.stringify(refusal)}`).not.toContain('DISTINCT');
  if (code !== 'LAC5109') expect(rig.server.requests.length).toBe(before + 1);
});

const skewed = { status: 403, code: 'RequestTimeTooSkewed' };

test('a clock that is wrong for a while is not noticed, whatever is asked', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  rig.spoil(skewed, 2);
  await medium.write('runs/a.json', 'a');
  rig.spoil(skewed, 2);
  expect(Buffer.from((await medium.read('runs/a.json')) ?? '').toString()).toBe('a');
  // The question and the question why.
  rig.spoil(skewed, 4);
  expect(await medium.size('runs/a.json')).toBe(1);
  rig.spoil(skewed, 4);
  expect(await medium.size('runs/b.json')).toBeUndefined();
});

test('a clock that stays wrong is a refusal that names it', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  rig.spoil(skewed, Number.POSITIVE_INFINITY);
  for (const ask of [() => medium.size('runs/a.json'), () => medium.write('runs/a.json', 'a')]) {
    const refusal = await ask().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'LAC5104', retryable: false });
    expect(String(refusal)).toContain('RequestTimeTooSkewed');
  }
});

test('a refusal that has passed when its reason is asked for is not noticed', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  await medium.write('runs/a.json', 'a');
  rig.spoil({ status: 403, code: 'AccessDenied' }, 1);
  expect(await medium.size('runs/a.json')).toBe(1);
});

test('a download that is cut goes on where it was cut', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  const bytes = randomBytes(400_000);
  rig.server.objects.set('lab/checkpoints/a', bytes);
  rig.spoil({ cutAfter: 150_000 }, 2, ({ method }) => method === 'GET');
  expect((await readFile((await medium.fetch('checkpoints/a')) ?? '')).equals(bytes)).toBe(true);
  const ranges = rig.server.requests
    .filter(({ method, key }) => method === 'GET' && key === 'lab/checkpoints/a')
    .map(({ headers }) => Number(/^bytes=(\d+)-$/.exec(headers.range ?? 'bytes=0-')?.[1]));
  // Not every byte that was sent has arrived when a connection is cut; but most have.
  const [first, second = 0, third = 0, ...more] = ranges;
  expect([first, more]).toEqual([0, []]);
  expect(second).toBeGreaterThan(60_000);
  expect(third).toBeGreaterThan(second + 60_000);
  expect(await readdir(join(rig.folder, 'tmp'))).toEqual([]);
});

test('who created a name but lost the answer is told that it was first; who lost the race is not', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  rig.spoil('applied, then cut', 1, ({ method }) => method === 'PUT');
  expect(await medium.create('entries/a.json', 'mine')).toBe(true);
  expect(await medium.create('entries/a.json', 'mine')).toBe(false);
  // The other was there before the try that was cut.
  rig.server.objects.set('lab/entries/b.json', Buffer.from('theirs'));
  rig.spoil('applied, then cut', 1, ({ method }) => method === 'PUT');
  expect(await medium.create('entries/b.json', 'mine')).toBe(false);
});

test('an upload in parts is whole when the answer to its completion is lost', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  const bytes = randomBytes(17 * 2 ** 20);
  rig.spoil('applied, then cut', 1, ({ method, query }) => method === 'POST' && query.has('uploadId'));
  await medium.adopt('checkpoints/a', await temporaryFile(rig.folder, bytes));
  expect(rig.server.objects.get('lab/checkpoints/a')?.equals(bytes)).toBe(true);
});

test('an upload that the server has forgotten begins anew, a few times', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  const bytes = randomBytes(17 * 2 ** 20);
  const isPart = ({ query }: S3Request) => query.get('partNumber') === '2';
  rig.spoil({ status: 404, code: 'NoSuchUpload' }, 1, isPart);
  await medium.adopt('checkpoints/a', await temporaryFile(rig.folder, bytes));
  expect(rig.server.objects.get('lab/checkpoints/a')?.equals(bytes)).toBe(true);
  rig.spoil({ status: 404, code: 'NoSuchUpload' }, 100, isPart);
  await expect(medium.adopt('checkpoints/b', await temporaryFile(rig.folder, bytes))).rejects.toMatchObject({
    code: 'LAC5107',
  });
});

test('a blob that is there with the right size is not sent again; one that was set aside is', async () => {
  await using rig = await setUp();
  const medium = await rig.open();
  const puts = () =>
    rig.server.requests.filter(({ method, key }) => method === 'PUT' && key.includes('blobs')).length;
  const blob = `blobs/aa/${sha256('sound').slice(7)}`;
  await medium.adopt(blob, await temporaryFile(rig.folder, 'sound'));
  await medium.adopt(blob, await temporaryFile(rig.folder, 'sound'));
  expect(puts()).toBe(1);
  rig.server.objects.set(`lab/${blob}`, Buffer.from('short'.slice(1)));
  await medium.adopt(blob, await temporaryFile(rig.folder, 'sound'));
  expect(rig.server.objects.get(`lab/${blob}`)?.toString()).toBe('sound');
  await medium.remove(blob);
  await medium.adopt(blob, await temporaryFile(rig.folder, 'sound'));
  expect(puts()).toBe(3);
});

test('a server that ignores conditions is refused, and left as it was', async () => {
  await using rig = await setUp();
  rig.spoil('condition ignored', Number.POSITIVE_INFINITY);
  await expect(rig.open()).rejects.toMatchObject({ code: 'LAC5110' });
  expect(rig.server.objects.size).toBe(0);
});

test('a server of web pages is no store', async () => {
  await using rig = await setUp();
  rig.spoil('page', Number.POSITIVE_INFINITY);
  await expect(rig.open()).rejects.toMatchObject({ code: 'LAC5107' });
});

test('something that speaks no HTTP is no store, and nobody there is said within seconds', async () => {
  await using folder = await tempFolder();
  const server = createServer((socket) => socket.end('220 smtp ready\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const place = {
    location: 's3://bucket',
    workDirectory: folder.path,
    s3: { endpoint: `http://127.0.0.1:${port}` },
  };
  const keys = { LACUNA_S3_ACCESS_KEY: 'k', LACUNA_S3_SECRET_KEY: 's' };
  await expect(openMedium(place, keys, folder.path)).rejects.toMatchObject({ code: 'LAC5107' });
  server.close();
  const started = Date.now();
  await expect(openMedium(place, keys, folder.path)).rejects.toMatchObject({
    code: 'LAC5106',
    message: expect.stringContaining('ECONNREFUSED'),
  });
  expect(Date.now() - started).toBeLessThan(8_000);
});
