import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Service, startService, until } from './commands.ts';
import type { Machine } from './machines.ts';
import type { Programs } from './programs.ts';

/** An S3 server with one bucket, `lacuna`. */
export interface S3 extends AsyncDisposable {
  readonly bucket: string;
  /** What a process needs to use it: for Lacuna, endpoint and secrets. */
  readonly env: { readonly [name: string]: string };
  /** Ends it with SIGKILL and starts it again, on the same folder and address, after the pause. */
  restart(pauseMs: number): Promise<void>;
}

const port = 7070;

/** Starts versitygw over a folder. */
export async function startS3(
  { versitygw }: Pick<Programs, 'versitygw'>,
  machine: Machine,
  folder: string,
): Promise<S3> {
  const bucket = 'lacuna';
  const secrets = { access: `lab${randomBytes(6).toString('hex')}`, secret: randomBytes(20).toString('hex') };
  // A bucket is a folder in its folder.
  await mkdir(join(folder, bucket), { recursive: true });
  const start = async () => {
    const listen = ['--port', `${machine.address}:${port}`];
    const started = startService([...machine.enter, versitygw, ...listen, 'posix', folder], {
      log: `${folder}.log`,
      env: { ROOT_ACCESS_KEY: secrets.access, ROOT_SECRET_KEY: secrets.secret },
    });
    await until('the S3 server listens', () => isListening(machine.address), started);
    return started;
  };
  let service: Service = await start();
  return {
    bucket,
    env: {
      LACUNA_S3_ENDPOINT: `http://${machine.address}:${port}`,
      LACUNA_S3_ACCESS_KEY: secrets.access,
      LACUNA_S3_SECRET_KEY: secrets.secret,
    },
    restart: async (pauseMs) => {
      await service.stop('SIGKILL');
      await wait(pauseMs);
      service = await start();
    },
    [Symbol.asyncDispose]: () => service.stop(),
  };
}

function isListening(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => end(true));
    for (const name of ['error', 'timeout']) socket.once(name, () => end(false));
  });
}
