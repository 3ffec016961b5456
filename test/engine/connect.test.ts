import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectTo, namedServer } from '../../engine/connect.ts';
import { freePort } from '../../engine/free-port.ts';
import { temporaryFolder, writeFiles } from '../store/sample.ts';

const profile = (text: string) => ({ 'temporal.toml': text });
const lab =
  '[profile.default]\naddress = "default:1"\n[profile.lab]\naddress = "lab:2"\nnamespace = "papers"\napi_key = "secret"\n';

test.each([
  ['nothing is named', {}, {}, undefined],
  [
    'the file of the project names an address',
    { address: 'a:1' },
    {},
    { address: 'a:1', namespace: 'default', connection: {} },
  ],
  [
    'the environment comes before the file',
    { address: 'a:1', namespace: 'n' },
    { TEMPORAL_ADDRESS: 'b:2' },
    { address: 'b:2', namespace: 'n', connection: {} },
  ],
  [
    'a key implies TLS',
    {},
    { TEMPORAL_ADDRESS: 'b:2', TEMPORAL_NAMESPACE: 'm', TEMPORAL_API_KEY: 'k' },
    { address: 'b:2', namespace: 'm', connection: { apiKey: 'k', tls: true } },
  ],
])('%s', (_, config, env, expected) => {
  expect(namedServer(config, { HOME: '/nonexistent', ...env })).toEqual(expected);
});

test('a profile counts when it is named, and the default one of the user does not by itself', async () => {
  await using folder = await temporaryFolder();
  await writeFiles(folder.path, { 'temporalio/temporal.toml': lab, ...profile(lab) });
  const path = join(folder.path, 'temporal.toml');
  expect(namedServer({}, { XDG_CONFIG_HOME: folder.path })).toBeUndefined();
  expect(namedServer({}, { TEMPORAL_CONFIG_FILE: path })?.address).toBe('default:1');
  expect(namedServer({}, { TEMPORAL_CONFIG_FILE: path, TEMPORAL_PROFILE: 'lab' })).toMatchObject({
    address: 'lab:2',
    namespace: 'papers',
  });
});

test.each([
  [
    'a file that is not there',
    { TEMPORAL_CONFIG_FILE: '/nonexistent/temporal.toml' },
    'LAC6006',
    '/nonexistent/temporal.toml',
  ],
  [
    'a profile that is not there',
    { TEMPORAL_PROFILE: 'none', TEMPORAL_CONFIG_FILE: '@lab' },
    'LAC6007',
    'none',
  ],
  ['a file that is not TOML', { TEMPORAL_CONFIG_FILE: '@broken' }, 'LAC6007', 'TOML'],
  ['a file without profiles', { TEMPORAL_CONFIG_FILE: '@empty' }, 'LAC6007', 'no section [profile.NAME]'],
  [
    'a client certificate without its key',
    { TEMPORAL_ADDRESS: 'b:2', TEMPORAL_TLS_CLIENT_CERT_PATH: '@lab' },
    'LAC6007',
    'together',
  ],
  [
    'a certificate that is not there',
    { TEMPORAL_ADDRESS: 'b:2', TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/nonexistent/ca.pem' },
    'LAC6007',
    '/nonexistent/ca.pem',
  ],
  [
    'a key for another machine without TLS',
    { TEMPORAL_ADDRESS: 'b:2', TEMPORAL_API_KEY: 'secret', TEMPORAL_TLS: 'false' },
    'LAC6041',
    'b:2',
  ],
])('%s is refused and never ignored, and no key is shown', async (_, env, code, text) => {
  await using folder = await temporaryFolder();
  await writeFiles(folder.path, { lab, broken: 'api_key = secret [', empty: '' });
  const named = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.replace('@', `${folder.path}/`)]),
  );
  let thrown: unknown;
  try {
    expect(namedServer({}, named)).toBeUndefined();
  } catch (error) {
    thrown = error;
  }
  expect((thrown as { code?: string } | undefined)?.code).toBe(code);
  if (thrown !== undefined) expect(String(thrown)).toContain(text);
  expect(String(thrown)).not.toContain('secret');
});

test('a key may go to a server on this machine without TLS', () => {
  const env = { TEMPORAL_ADDRESS: '127.0.0.1:2', TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' };
  expect(namedServer({}, env)?.connection).toEqual({ apiKey: 'k', tls: false });
});

test('an address where nobody answers is told with the address', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  await expect(connectTo({ address, namespace: 'default', connection: {} }, 1_000)).rejects.toMatchObject({
    code: 'LAC6005',
    message: expect.stringContaining(address),
  });
});
