import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { failure } from '../diagnostics/failure.ts';

/**
 * Ports that no system gives to outgoing connections by itself; Linux does from 32768 on. A server that starts again on
 * its port must not find it taken by a client, which even connects to itself where it asks for just that port.
 */
const serverPorts = { from: 20_000, below: 32_768 };
const attempts = 50;

/** A TCP port on the loopback interface that nobody uses at the moment. */
export async function freePort({ from, below } = serverPorts): Promise<number> {
  for (let attempt = 0; attempt <= attempts; attempt += 1) {
    const port = await tryPort(attempt < attempts ? randomInt(from, below) : 0);
    if (port !== undefined) return port;
  }
  throw failure('LAC9001', { what: 'no port of the loopback interface is free' });
}

/** The port, if it can be listened on; 0 stands for one that the system chooses. */
async function tryPort(wanted: number): Promise<number | undefined> {
  const server = createServer();
  try {
    await once(server.listen(wanted, '127.0.0.1'), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
