import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createSecureServer, createServer } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTo } from '../../engine/connect.ts';
import { freePort } from '../../engine/free-port.ts';
import { tlsTrouble } from '../../engine/tls-trouble.ts';
import { makeCertificates } from '../cluster/certificates.ts';
import { type TempFolder, tempFolder } from '../rig/cli.ts';

/*
 * What people read when certificates are wrong. The servers are those of Node; test/cluster/tls.ts does the same with a
 * Temporal server.
 */

const past = ['20240101000000Z', '20240201000000Z'] as const;
const future = ['20990101000000Z', '20990201000000Z'] as const;

let folder: TempFolder;
const servers: Server[] = [];
let [secure, plain, stale] = ['', '', ''];

const file = (name: string) => readFileSync(join(folder.path, name));
const pair = (name: string) => ({ crt: file(`${name}.pem`), key: file(`${name}.key`) });
const ours = () => ({ serverRootCACertificate: file('ca.pem'), serverNameOverride: 'temporal' });

async function listen(server: Server): Promise<string> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function secureServer(name: string): Server {
  const { crt: cert, key } = pair(name);
  return createSecureServer({ cert, key, ca: file('ca.pem'), requestCert: true, rejectUnauthorized: true });
}

beforeAll(async () => {
  folder = await tempFolder();
  await makeCertificates(folder.path, [
    { name: 'server', hosts: ['temporal'] },
    { name: 'stale', hosts: ['temporal'], valid: past },
    { name: 'worker' },
    { name: 'expired', valid: past },
    { name: 'early', valid: future },
  ]);
  await makeCertificates(join(folder.path, 'others'), [{ name: 'worker' }]);
  secure = await listen(secureServer('server'));
  stale = await listen(secureServer('stale'));
  plain = await listen(createServer());
});

afterAll(async () => {
  for (const server of servers) server.close();
  await folder[Symbol.asyncDispose]();
});

test('with the right certificates there is no trouble', async () => {
  const tls = { ...ours(), clientCertPair: pair('worker') };
  expect(await tlsTrouble({ address: secure, connection: { tls } })).toBeUndefined();
});

test.each([
  ["the server's authority is unknown", () => ({ serverNameOverride: 'temporal' }), 'not trusted here'],
  [
    'the authority is another one',
    () => ({ ...ours(), serverRootCACertificate: file('others/ca.pem') }),
    'CA_CERT_PATH',
  ],
  [
    'the name is another one',
    () => ({ serverRootCACertificate: file('ca.pem') }),
    'TEMPORAL_TLS_SERVER_NAME',
  ],
  ['there is no client certificate', ours, 'without a certificate'],
  [
    'the client certificate has expired',
    () => ({ ...ours(), clientCertPair: pair('expired') }),
    'expired on Feb  1',
  ],
  [
    'the client certificate comes too early',
    () => ({ ...ours(), clientCertPair: pair('early') }),
    'only from',
  ],
  [
    'another authority signed the client',
    () => ({ ...ours(), clientCertPair: pair('others/worker') }),
    'that the server trusts',
  ],
  [
    'the key is that of another certificate',
    () => ({ ...ours(), clientCertPair: { crt: file('worker.pem'), key: file('server.key') } }),
    'KEY_PATH',
  ],
  [
    'the key is no key',
    () => ({ ...ours(), clientCertPair: { crt: file('worker.pem'), key: Buffer.from('private thing') } }),
    'KEY_PATH',
  ],
])('when %s it is said, and no key with it', async (_, tls, text) => {
  const trouble = await tlsTrouble({ address: secure, connection: { tls: tls() } });
  expect(trouble).toContain(text);
  expect(trouble).not.toMatch(/PRIVATE|private thing/);
});

test('an expired certificate of the server is told apart from one of ours', async () => {
  const tls = { ...ours(), clientCertPair: pair('worker') };
  expect(await tlsTrouble({ address: stale, connection: { tls } })).toContain('its certificate has expired');
});

test('a server without TLS is told, and one with TLS when none is configured', async () => {
  expect(await tlsTrouble({ address: plain, connection: { tls: true } })).toContain('does not speak TLS');
  expect(await tlsTrouble({ address: secure, connection: {} })).toContain('it speaks TLS');
  expect(await tlsTrouble({ address: plain, connection: {} })).toBeUndefined();
});

test('where nobody listens it is no matter of TLS', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  expect(await tlsTrouble({ address, connection: { tls: true } })).toBeUndefined();
  expect(await tlsTrouble({ address, connection: {} })).toBeUndefined();
});

test('a connection that fails says so with the address', async () => {
  const place = { address: secure, namespace: 'default', connection: { tls: ours() } };
  await expect(connectTo(place, 500)).rejects.toMatchObject({
    code: 'LAC6040',
    message: expect.stringMatching(new RegExp(`${secure}.*TEMPORAL_TLS_CLIENT_CERT_PATH`)),
  });
});
