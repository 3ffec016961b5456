import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../engine/free-port.ts';
import { findGoTool } from '../../setup/go-tools.mjs';
import { goPins } from '../../setup/pins.mjs';
import { isRunning, signal } from './processes.ts';
import { startProgram, until } from './programs.ts';

/** A store in a bucket of an S3 server that belongs to one cell. */
export interface Bucket {
  readonly pid: () => number;
  /** Starts the server again on the same disk and the same port, as systemd would. */
  readonly start: () => Promise<void>;
  /** Where the objects of the store are on the server's disk, under their names. */
  readonly store: string;
  /** What the command line and its workers need to reach it. */
  readonly environment: NodeJS.ProcessEnv;
}

const program = goPins.filter(({ name }) => name === 'versitygw').map((pin) => findGoTool(pin))[0];
const limitMs = 1_800_000;
const prefix = 'crash';

/** Why there is no S3 server here; undefined where there is one. */
export const lackOfServer: string | undefined =
  program === undefined ? 'versitygw is not built here: node setup/test-servers.mjs' : undefined;

/** Starts a server whose disk is a folder, its bucket filled with the files of a store. */
export async function openBucket(
  disk: string,
  store: string,
  machine: { readonly namespace: string; readonly address: string } | undefined,
): Promise<Bucket> {
  const objects = join(disk, 'experiments', prefix);
  mkdirSync(objects, { recursive: true });
  cpSync(store, objects, { recursive: true });
  const [host, port] = machine ? [machine.address, 7070] : ['127.0.0.1', await freePort()];
  const keys = { access: `key${randomBytes(8).toString('hex')}`, secret: randomBytes(16).toString('hex') };
  const namespace = machine?.namespace;
  let pid = 0;
  const start = async () => {
    const server = startProgram([program ?? '', '--quiet', '--port', `${host}:${port}`, 'posix', disk], {
      cwd: disk,
      env: {
        HOME: disk,
        PATH: process.env['PATH'],
        ROOT_ACCESS_KEY: keys.access,
        ROOT_SECRET_KEY: keys.secret,
      },
      limitMs,
      namespace,
    });
    pid = server.pid;
    await until('an answer of the S3 server', 30_000, async () => {
      const argv = ['bash', '-c', `</dev/tcp/${host}/${port}`];
      const asked = startProgram(argv, { cwd: disk, env: process.env, limitMs: 10_000, namespace });
      return (await asked.finished).exit === 0 || undefined;
    });
  };
  await start();
  return {
    pid: () => pid,
    start,
    store: objects,
    environment: {
      LACUNA_STORE: `s3://experiments/${prefix}`,
      LACUNA_S3_ENDPOINT: `http://${host}:${port}`,
      LACUNA_S3_REGION: 'us-east-1',
      LACUNA_S3_ACCESS_KEY: keys.access,
      LACUNA_S3_SECRET_KEY: keys.secret,
    },
  };
}

/** Ends a server and waits until it is gone. */
export async function endServer(pid: number, name: NodeJS.Signals): Promise<void> {
  signal(pid, name);
  await until('the end of the S3 server', 30_000, () => !isRunning(pid) || undefined);
}
