import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'minio';
import { freePort } from '../../engine/free-port.ts';
import { findGoTool } from '../../setup/go-tools.mjs';
import { goPins } from '../../setup/pins.mjs';
import type { StorePlace } from '../../store/open-store.ts';
import { openMedium } from '../../store/s3-store.ts';
import { type TempFolder, tempFolder } from './cli.ts';

/** A program that speaks S3, and where it was built; without a path its tests are skipped. */
export interface S3Program {
  readonly name: 'versitygw' | 'minio';
  readonly path?: string;
}

/** The servers that the tests of stores in a bucket run against. */
export const s3Programs: readonly S3Program[] = (['versitygw', 'minio'] as const).map((name) => {
  const pin = goPins.find((each) => each.name === name);
  const path = pin && findGoTool(pin);
  if (path === undefined) {
    const how = name === 'minio' ? 'LACUNA_WITH_MINIO=1 node' : 'node';
    console.warn(
      `SKIPPED: every test against ${name}, which is not built. To build it: ${how} setup/test-servers.mjs`,
    );
  }
  return { name, ...(path && { path }) };
});

/** A server with one empty bucket, on this machine only, with keys of its own. */
export interface S3Server extends AsyncDisposable {
  readonly endpoint: string;
  readonly bucket: string;
  readonly environment: { readonly LACUNA_S3_ACCESS_KEY: string; readonly LACUNA_S3_SECRET_KEY: string };
  /** Where its objects are on its disk. */
  readonly disk: string;
  readonly client: Client;
  /** Ends it at once, as a power cut would; `start` brings it back on the same port and the same disk. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
  /** Stops it in the middle of what it does, and lets it go on. */
  signal(signal: NodeJS.Signals): void;
  /** Settings of a store there; every work folder is another machine. */
  place(
    prefix: string,
    workDirectory: string,
    patience?: { retryMs?: number; silenceMs?: number },
  ): StorePlace;
}

export async function startS3Server({ name, path = '' }: S3Program): Promise<S3Server> {
  const folder = await tempFolder();
  const keys = {
    access: `key${randomBytes(8).toString('hex')}`,
    secret: `secret${randomBytes(16).toString('hex')}`,
  };
  const port = await freePort();
  const disk = join(folder.path, 'disk');
  await mkdir(disk);
  const launch = () => spawnServer(name, path, { folder, disk, port, ...keys });
  let child = launch();
  const client = new Client({
    endPoint: '127.0.0.1',
    port,
    useSSL: false,
    region: 'us-east-1',
    accessKey: keys.access,
    secretKey: keys.secret,
    retryOptions: { disableRetry: true },
  });
  const ready = () => untilReady(client, () => child.exitCode ?? child.signalCode);
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const end = once(child, 'exit');
    child.kill(signal);
    await end;
  };
  await ready();
  await client.makeBucket('experiments');
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    bucket: 'experiments',
    environment: { LACUNA_S3_ACCESS_KEY: keys.access, LACUNA_S3_SECRET_KEY: keys.secret },
    disk: join(disk, 'experiments'),
    client,
    kill,
    signal: (signal) => void child.kill(signal),
    start: async () => {
      child = launch();
      await ready();
    },
    place: (prefix, workDirectory, patience = {}) => ({
      location: `s3://experiments/${prefix}`,
      workDirectory,
      s3: { endpoint, region: 'us-east-1', ...patience },
    }),
    [Symbol.asyncDispose]: async () => {
      await kill();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The medium of a store, opened with the server's own credentials. */
export function openThere(server: S3Server, place: StorePlace) {
  return openMedium(place, server.environment, place.workDirectory);
}

/** Changes a byte of an object on the server's own disk, as a failing disk might; its size stays. */
export async function flipOnDisk(server: S3Server, key: string): Promise<void> {
  const path = join(server.disk, key);
  // versitygw keeps an object as the file of its name, MinIO a larger one as a file of parts in a folder of its name.
  const found = await readdir(path, { recursive: true }).catch(() => undefined);
  const part = found?.find((each) => each.endsWith('part.1'));
  const file = found === undefined ? path : join(path, part ?? 'xl.meta');
  const bytes = await readFile(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

interface Launch {
  readonly folder: TempFolder;
  readonly disk: string;
  readonly port: number;
  readonly access: string;
  readonly secret: string;
}

function spawnServer(
  name: S3Program['name'],
  path: string,
  { folder, disk, port, access, secret }: Launch,
): ChildProcess {
  const address = `127.0.0.1:${port}`;
  const args =
    name === 'minio'
      ? ['server', '--quiet', '--address', address, '--console-address', '127.0.0.1:0', disk]
      : ['--quiet', '--port', address, 'posix', disk];
  const secrets =
    name === 'minio'
      ? { MINIO_ROOT_USER: access, MINIO_ROOT_PASSWORD: secret, MINIO_BROWSER: 'off', MINIO_UPDATE: 'off' }
      : { ROOT_ACCESS_KEY: access, ROOT_SECRET_KEY: secret };
  // Dies with the test process: its group is the test's own.
  return spawn(path, args, {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], HOME: folder.path, ...secrets },
    stdio: 'ignore',
  });
}

async function untilReady(client: Client, end: () => number | NodeJS.Signals | null): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.listBuckets();
      return;
    } catch (error) {
      if (end() !== null) throw new Error(`the S3 server ended: ${end()}`);
      if (tries === 200) throw error;
      await pause(50);
    }
  }
}
