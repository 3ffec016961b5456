import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from '../../engine/free-port.ts';

test('a port is none that the system gives to outgoing connections, on Linux from 32768 on', async () => {
  for (let call = 0; call < 50; call += 1) {
    const port = await freePort();
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_768);
  }
});

test('a port is never one that a server listens on', async () => {
  const from = await freePort();
  const server = createServer().listen(from, '127.0.0.1');
  await once(server, 'listening');
  try {
    const ports = new Set<number>();
    for (let call = 0; call < 20; call += 1) ports.add(await freePort({ from, below: from + 2 }));
    expect(ports).not.toContain(from);
    // All taken: one that the system chooses.
    expect(await freePort({ from, below: from + 1 })).not.toBe(from);
  } finally {
    server.close();
  }
});
