import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificates, makeCertificates, tlsEnvironment } from './certificates.ts';
import { type Machine, makeNetwork } from './machines.ts';
import type { Programs } from './programs.ts';
import { type Servers, startServers } from './servers.ts';

/** Three machines: one for the servers, two for workers. */
export interface Lab extends AsyncDisposable {
  readonly folder: string;
  readonly workers: readonly Machine[];
  readonly servers: Servers;
  readonly certificates?: Certificates;
  /** For whoever uses Temporal and the S3 server. */
  readonly env: { readonly [name: string]: string };
}

/** Closes the labs that are open: for a test that is told to end. */
export async function closeLabs(): Promise<void> {
  await Promise.allSettled([...open].map((close) => close()));
}

const open = new Set<() => Promise<void>>();

/** Makes the machines and starts the servers. With `tls` Temporal wants certificates. */
export async function openLab(programs: Programs, tls: boolean, keep: boolean): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-lab-'));
  // PostgreSQL runs as another user.
  await chmod(folder, 0o711);
  const network = await makeNetwork(['servers', 'a', 'b']);
  const close = async (servers?: Servers) => {
    open.delete(close);
    await servers?.[Symbol.asyncDispose]();
    for (const machine of network.machines.values()) await machine.kill();
    await network[Symbol.asyncDispose]();
    if (keep) console.error(`logs and stores are in ${folder}`);
    else await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  open.add(close);
  try {
    const machine = named(network.machines, 'servers');
    const certificates = tls ? await certificatesFor(machine, join(folder, 'tls')) : undefined;
    const serversFolder = join(folder, 'servers');
    await mkdir(serversFolder, { mode: 0o711 });
    const servers = await startServers({
      programs,
      machine,
      folder: serversFolder,
      ...(certificates && { certificates }),
    });
    return {
      folder,
      workers: ['a', 'b'].map((name) => named(network.machines, name)),
      servers,
      ...(certificates && { certificates }),
      env: {
        ...servers.env,
        ...servers.s3.env,
        ...(certificates && tlsEnvironment(certificates, 'worker')),
      },
      [Symbol.asyncDispose]: () => close(servers),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function named(machines: ReadonlyMap<string, Machine>, name: string): Machine {
  const machine = machines.get(name);
  if (machine === undefined) throw new Error(`there is no machine ${name}`);
  return machine;
}

/** What the right ones and the wrong ones show. */
function certificatesFor({ address }: Machine, folder: string): Promise<Certificates> {
  return makeCertificates(folder, [
    // The server's own workers know it as `temporal`.
    { name: 'server', hosts: ['temporal', address] },
    { name: 'worker' },
    { name: 'expired', valid: ['20240101000000Z', '20240201000000Z'] },
  ]);
}
