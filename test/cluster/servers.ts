import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Certificates, tlsEnvironment } from './certificates.ts';
import { call, type Service, startService, until } from './commands.ts';
import type { Machine } from './machines.ts';
import { startPostgres } from './postgres.ts';
import type { Programs } from './programs.ts';
import { type S3, startS3 } from './s3.ts';

const deploy = fileURLToPath(new URL('../../deploy/temporal', import.meta.url));

/** The servers of a lab, on one machine of it. */
export interface Servers extends AsyncDisposable {
  /** What reaches Temporal, besides certificates. */
  readonly env: { readonly [name: string]: string };
  readonly s3: S3;
  /** What was started, and the seconds that it took. */
  readonly startSeconds: readonly (readonly [string, number])[];
}

export interface ServersOptions {
  readonly programs: Programs;
  readonly machine: Machine;
  /** Exists; PostgreSQL's user must be able to pass through it. */
  readonly folder: string;
  /** Makes Temporal refuse whoever has no certificate of these. */
  readonly certificates?: Certificates;
}

/** Where Temporal keeps the runs apart from those of others; made as the guide says. */
const namespace = 'lab';

/** Starts PostgreSQL, makes Temporal's tables, starts Temporal with the files of deploy/, and an S3 server. */
export async function startServers(options: ServersOptions): Promise<Servers> {
  const running: AsyncDisposable[] = [];
  const stop = async () => {
    for (const each of running.toReversed()) await each[Symbol.asyncDispose]();
  };
  const times: [string, number][] = [];
  const timed = async <Result>(what: string, work: () => Promise<Result>) => {
    const start = performance.now();
    const result = await work();
    times.push([what, (performance.now() - start) / 1000]);
    return result;
  };
  const { machine, folder, programs } = options;
  try {
    const postgres = await timed('PostgreSQL, with a new database', () =>
      startPostgres(programs, machine, join(folder, 'postgres')),
    );
    running.push(postgres);
    await timed("Temporal's tables", () => createTables(options, postgres.password));
    await timed('Temporal, with its namespace', async () => {
      running.push(startTemporal(options, postgres.password));
      await createNamespace(options);
    });
    const s3 = await timed('S3 server', () => startS3(programs, machine, join(folder, 's3')));
    running.push(s3);
    return {
      env: { TEMPORAL_ADDRESS: addressOf(machine), TEMPORAL_NAMESPACE: namespace },
      s3,
      startSeconds: times,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf({ address }: Machine): string {
  return `${address}:7233`;
}

async function createTables({ programs, machine }: ServersOptions, password: string): Promise<void> {
  const command = [...machine.enter, join(deploy, 'create-tables.sh'), programs.temporalSql];
  const env = { POSTGRES_HOST: '127.0.0.1', POSTGRES_PASSWORD: password };
  await call(command, { env });
  // As before an upgrade: what is there already stays.
  await call(command, { env });
}

function startTemporal(
  { programs, machine, folder, certificates }: ServersOptions,
  password: string,
): Service {
  const command = [programs.temporalServer, '--config-file', join(deploy, 'server.yaml'), '--allow-no-auth'];
  return startService([...machine.enter, ...command, 'start'], {
    log: join(folder, 'temporal.log'),
    cwd: folder,
    env: {
      TEMPORAL_BIND: machine.address,
      POSTGRES_PASSWORD: password,
      TEMPORAL_DYNAMIC_CONFIG: join(deploy, 'dynamic.yaml'),
      ...(certificates && { TEMPORAL_TLS_FOLDER: certificates.folder }),
    },
  });
}

/** With the command line that the set-up installs; the script waits until the server answers. */
async function createNamespace(options: ServersOptions): Promise<void> {
  const { programs, machine, certificates } = options;
  const env = {
    TEMPORAL_ADDRESS: addressOf(machine),
    ...(certificates && tlsEnvironment(certificates, 'worker')),
  };
  const command = [join(deploy, 'create-namespace.sh'), namespace, programs.temporal];
  await call(command, { env });
  // Once more, as by someone who is not sure. A new namespace is known to all parts of the server after a moment.
  await until('the namespace is known', async () => (await call(command, { env })).includes('there already'));
}
