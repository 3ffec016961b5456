import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Damage, nameOfBlob } from '../../store/blobs.ts';
import { digestOfFile, keyOf, sha256 } from '../../store/hash.ts';
import { openStore } from '../../store/open-store.ts';
import { temporaryName } from '../../store/owner.ts';
import { startNode, tempFolder } from '../rig/cli.ts';
import { flipOnDisk, openThere, type S3Server, s3Programs, startS3Server } from '../rig/s3-server.ts';
import { temporaryFile } from './medium-contract.ts';
import { recordOf, requestOf, writeFiles } from './sample.ts';

const [megabyte, big] = [2 ** 20, 200 * 2 ** 20];
/** Of a machine that does much else at the same time. */
const timeout = 240_000;
const publishChild = fileURLToPath(new URL('./publish-child.ts', import.meta.url));

for (const program of s3Programs) {
  const { name } = program;
  const check = (title: string, body: (server: S3Server, folder: string) => Promise<void>) =>
    test.skipIf(program.path === undefined)(`${name}: ${title}`, { timeout }, async () => {
      await using folder = await tempFolder();
      await using server = await startS3Server(program);
      await body(server, folder.path);
    });

  check('a server that is gone for five seconds and comes back is not noticed', async (server, folder) => {
    const medium = await openThere(server, server.place('lab', folder));
    await medium.write('runs/before.json', 'before');
    await server.kill();
    const waiting = Promise.all([
      medium.write('runs/during.json', 'during'),
      medium.read('runs/before.json'),
      medium.create('entries/aa/first.json', 'entry'),
      medium.list('runs/'),
      medium.adopt('blobs/aa/bb', await temporaryFile(folder, Buffer.alloc(17 * megabyte, 'x'))),
    ]);
    await pause(5_000);
    await server.start();
    const [, before, isFirst] = await waiting;
    expect(Buffer.from(before ?? '').toString()).toBe('before');
    expect(isFirst).toBe(true);
    expect(await medium.size('blobs/aa/bb')).toBe(17 * megabyte);
    expect(Buffer.from((await medium.read('runs/during.json')) ?? '').toString()).toBe('during');
  });

  check(
    'a server that stops answering fails every call in its time, and says where and why',
    async (server, folder) => {
      const place = server.place('lab', folder, { retryMs: 1_000, silenceMs: 700 });
      const medium = await openThere(server, place);
      await medium.write('runs/a.json', 'a');
      server.signal('SIGSTOP');
      const started = Date.now();
      const calls = [
        medium.read('runs/a.json'),
        medium.size('runs/a.json'),
        medium.list('runs/'),
        medium.write('runs/b.json', 'b'),
        medium.create('runs/c.json', 'c'),
        medium.remove('runs/a.json'),
        medium.quarantine('runs/a.json'),
        medium.fetch('blobs/aa/bb'),
        medium.adopt('blobs/aa/bb', await temporaryFile(folder, 'x')),
        medium.sweep(0),
      ];
      const ends = await Promise.allSettled(calls);
      expect(Date.now() - started).toBeLessThan(30_000);
      for (const end of ends) {
        expect(end).toMatchObject({ status: 'rejected', reason: { code: 'LAC5106', retryable: true } });
        const text = String((end as PromiseRejectedResult).reason);
        for (const word of [server.endpoint, 's3://experiments/lab', 'nothing was heard for 0.7 s'])
          expect(text).toContain(word);
      }
      server.signal('SIGCONT');
      expect(await readdir(join(folder, 'tmp'))).toEqual([]);
    },
  );

  check(
    'a byte that flips on its disk is noticed on use, set aside, and healed by making it again',
    async (server, folder) => {
      const damages: Damage[] = [];
      const machine = (which: string) =>
        openStore(server.place('lab', join(folder, which), { retryMs: 1_000 }), server.environment, (one) =>
          damages.push(one),
        );
      const [maker, reader] = [await machine('maker'), await machine('reader')];
      const weights = randomBytes(300_000);
      const output = await writeFiles(join(folder, 'output'), {});
      await writeFiles(output, { 'note.txt': 'note' });
      await writeFile(join(output, 'weights.bin'), weights);
      const entry = await maker.publish(requestOf(output));
      const blob = nameOfBlob(sha256(weights));
      await flipOnDisk(server, `lab/${blob}`);

      const refusal = expect(reader.materialise(entry.digest, join(folder, 'copy'))).rejects;
      if (name === 'minio') {
        // It checks its own disk, and refuses. That may be a disk of many that is away: so nothing is set aside here.
        await refusal.toMatchObject({ code: 'LAC5106', message: expect.stringContaining(`lab/${blob}`) });
        return;
      }
      await refusal.toMatchObject({ code: 'LAC5004' });
      expect(damages).toMatchObject([{ path: `s3://experiments/lab/${blob}` }]);
      expect(damages[0]?.quarantine).toMatch(/^s3:\/\/experiments\/lab\/quarantine\//);
      expect(await reader.lookup([entry.key])).toEqual(new Map());
      const again = await maker.publish(requestOf(output));
      expect(again.digest).toBe(entry.digest);
      await reader.materialise(again.digest, join(folder, 'healed'));
      expect((await readFile(join(folder, 'healed', 'weights.bin'))).equals(weights)).toBe(true);
    },
  );

  check('two processes that publish one key at once end with one result', async (server, folder) => {
    const outputs = await Promise.all(
      ['one', 'two'].map((each) => writeFiles(join(folder, each), { 'model.bin': `weights ${each}` })),
    );
    for (let round = 0; round < 2; round += 1) {
      const place = JSON.stringify(server.place(`lab-${round}`, join(folder, `work-${round}`)));
      const ends = await Promise.all(
        outputs.map(
          (output, index) =>
            startNode(['--import', 'tsx', publishChild, place, output, `run-${index}`], {
              cwd: process.cwd(),
              env: server.environment,
            }).finished,
        ),
      );
      const entries = ends.map(({ stdout, stderr, exitCode }) => {
        expect([exitCode, stderr]).toEqual([0, '']);
        return JSON.parse(stdout) as { readonly digest: string };
      });
      expect(entries[0]).toEqual(entries[1]);
      const store = await openStore(server.place(`lab-${round}`, join(folder, 'third')), server.environment);
      const key = keyOf(recordOf(0));
      expect((await store.lookup([key])).get(key)).toEqual(entries[0]);
      expect(await store.listRuns()).toHaveLength(2);
    }
  });

  check('what was begun and never finished is swept, what is young is not', async (server, folder) => {
    const medium = await openThere(server, server.place('lab', folder));
    const key = 'lab/blobs/aa/half';
    const uploadID = await server.client.initiateNewMultipartUpload(server.bucket, key, {});
    const config = { bucketName: server.bucket, objectName: key, uploadID, partNumber: 1, headers: {} };
    await server.client.uploadPart(config, Buffer.alloc(5 * megabyte));
    // MinIO lists unfinished uploads of a whole key only, and clears them away by itself after a day.
    const listed = await server.client.listIncompleteUploadsQuery(server.bucket, 'lab/', '', '', '');
    const found = listed.uploads.length;
    expect(found).toBe(name === 'minio' ? 0 : 1);
    expect(await medium.sweep(60_000)).toBe(0);
    expect(await medium.sweep(-60_000)).toBe(found);
    expect(await medium.sweep(-60_000)).toBe(0);
    expect(await medium.size('blobs/aa/half')).toBeUndefined();
  });

  check(
    'wrong and missing things are told apart, and no secret is in any message',
    async (server, folder) => {
      const secret = server.environment.LACUNA_S3_SECRET_KEY;
      const attempt = (
        environment: Record<string, string>,
        location = 's3://experiments/lab',
        endpoint = server.endpoint,
      ) =>
        openStore({ location, workDirectory: folder, s3: { endpoint } }, environment).then(
          () => 'opened',
          (error: Error & { code?: string }) => {
            const text = JSON.stringify([error.message, error.stack, String(error.cause ?? '')]);
            expect(text).not.toContain(secret);
            expect(text).not.toContain('DISTINCT');
            expect(error.cause).toBeUndefined();
            return error.code;
          },
        );
      const { LACUNA_S3_ACCESS_KEY: id } = server.environment;
      expect(await attempt({})).toBe('LAC5102');
      expect(await attempt({ LACUNA_S3_ACCESS_KEY: id })).toBe('LAC5102');
      expect(await attempt({ AWS_SECRET_ACCESS_KEY: 'DISTINCT' })).toBe('LAC5102');
      expect(await attempt({ ...server.environment, LACUNA_S3_SECRET_KEY: 'DISTINCT' })).toBe('LAC5104');
      expect(await attempt({ ...server.environment, LACUNA_S3_ACCESS_KEY: 'DISTINCT' })).toBe('LAC5104');
      expect(await attempt(server.environment, 's3://no-such-bucket/lab')).toBe('LAC5105');
      expect(await attempt(server.environment, 's3://No/lab')).toBe('LAC5101');
      expect(await attempt(server.environment, 's3://experiments/../lab')).toBe('LAC5101');
      expect(await attempt(server.environment, 's3://experiments/lab', 'ftp://host')).toBe('LAC5108');
      expect(await attempt(server.environment, 's3://experiments/lab', 'http://DISTINCT:DISTINCT@host')).toBe(
        'LAC5108',
      );
      // Secrets of Amazon's names, and in the file that Amazon's variable names.
      expect(await attempt({ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret })).toBe('opened');
      const file = join(folder, 'credentials');
      await writeFile(
        file,
        `# ours\n[default]\naws_access_key_id = DISTINCT\naws_secret_access_key = DISTINCT\n\n[lab]\naws_access_key_id=${id}\naws_secret_access_key = ${secret}\n[half]\naws_access_key_id = x\n`,
      );
      const named = { AWS_SHARED_CREDENTIALS_FILE: file };
      expect(await attempt({ ...named, AWS_PROFILE: 'lab' })).toBe('opened');
      expect(await attempt(named)).toBe('LAC5104');
      expect(await attempt({ ...named, AWS_PROFILE: 'half' })).toBe('LAC5103');
      expect(await attempt({ ...named, AWS_PROFILE: 'none' })).toBe('LAC5103');
      expect(await attempt({ AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none') })).toBe('LAC5103');
    },
  );

  check(
    'a server that dies while a file is sent leaves no half of it, and the sending goes on after',
    async (server, folder) => {
      const bytes = randomBytes(96 * megabyte);
      const blob = nameOfBlob(sha256(bytes));
      const impatient = await openThere(server, server.place('lab', folder, { retryMs: 300 }));
      const patient = await openThere(server, server.place('lab', folder));
      const lost = impatient.adopt(blob, await temporaryFile(folder, bytes));
      const kept = temporaryFile(folder, bytes).then((path) => patient.adopt(blob, path));
      lost.catch(() => undefined);
      kept.catch(() => undefined);
      await untilUploading(server, `lab/${blob}`);
      await server.kill();
      await expect(lost).rejects.toMatchObject({ code: 'LAC5106' });
      expect(existsSync(join(server.disk, 'lab', blob))).toBe(false);
      await server.start();
      await kept;
      const copy = await patient.fetch(blob, true);
      expect((await digestOfFile(copy ?? '')).digest).toBe(sha256(bytes));
      expect(await patient.list('blobs/')).toHaveLength(1);
    },
  );
}

/** Waits until the server has parts of an object that is not there yet. */
async function untilUploading(server: S3Server, key: string): Promise<void> {
  for (;;) {
    const { uploads } = await server.client.listIncompleteUploadsQuery(server.bucket, key, '', '', '');
    if (uploads.length > 0) return pause(60);
    await pause(2);
  }
}

test.skipIf(s3Programs[0]?.path === undefined)(
  'a file of 200 MiB goes both ways as a stream: never much of it in memory',
  { timeout },
  async () => {
    await using folder = await tempFolder();
    await using server = await startS3Server(s3Programs[0] ?? { name: 'versitygw' });
    const medium = await openThere(server, server.place('lab', folder.path));
    await mkdir(join(folder.path, 'tmp'), { recursive: true });
    const source = join(folder.path, 'tmp', temporaryName());
    const hash = createHash('sha256');
    {
      await using file = await open(source, 'w');
      for (let written = 0; written < big; written += 4 * megabyte) {
        const chunk = randomBytes(4 * megabyte);
        hash.update(chunk);
        await file.write(chunk);
      }
    }
    const hex = hash.digest('hex');
    const blob = `blobs/${hex.slice(0, 2)}/${hex}`;
    const memory = { most: 0 };
    const start = process.memoryUsage().external;
    const timer = setInterval(() => {
      memory.most = Math.max(memory.most, process.memoryUsage().external - start);
    }, 5);
    await medium.adopt(blob, source);
    const copy = await medium.fetch(blob, true);
    clearInterval(timer);
    expect((await digestOfFile(copy ?? '')).digest).toBe(`sha256-${hex}`);
    // Parts wait for the collector; all of the file would be 200 MiB twice.
    expect(memory.most).toBeLessThan(120 * megabyte);
  },
);
