import { resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { loadSettings, readBytes } from '../../cli/settings.ts';

afterEach(() => vi.unstubAllEnvs());

function settingsOf(variables: { readonly [name: string]: string }) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return loadSettings().store;
}

test('a store in a folder works there too', () => {
  const folder = { location: resolve('results-here'), workDirectory: resolve('results-here') };
  expect(settingsOf({ LACUNA_STORE: 'results-here', LACUNA_S3_ENDPOINT: 'http://unused' })).toEqual(folder);
});

test('a store in a bucket works in a folder of this machine, and says nothing of secrets', () => {
  const place = settingsOf({
    LACUNA_STORE: 's3://experiments/emoji',
    LACUNA_WORK: 'here',
    LACUNA_S3_ENDPOINT: 'https://s3.lab.example:9000',
    LACUNA_S3_REGION: 'eu-west-1',
    LACUNA_S3_RETRY_SECONDS: '2.5',
    LACUNA_CACHE_SIZE: '20GB',
    LACUNA_S3_ACCESS_KEY: 'DISTINCT',
    LACUNA_S3_SECRET_KEY: 'DISTINCT',
  });
  expect(place).toEqual({
    location: 's3://experiments/emoji',
    workDirectory: resolve('here'),
    s3: { endpoint: 'https://s3.lab.example:9000', region: 'eu-west-1', retryMs: 2500 },
    cacheBytes: 20e9,
  });
});

test.each([
  ['20GB', 20e9],
  ['20 gb', 20e9],
  ['1.5TB', 1.5e12],
  ['2GiB', 2 ** 31],
  ['512k', 512_000],
  ['64KiB', 65_536],
  ['1e9', 1e9],
  ['0', 0],
])('%s is %d bytes', (text, bytes) => {
  expect(readBytes('LACUNA_CACHE_SIZE', text)).toBe(bytes);
});

test.each(['', 'GB', '20XB', '-1', '1..5GB', '1e99', '20 GB more'])('"%s" is no size', (text) => {
  expect(() => readBytes('LACUNA_CACHE_SIZE', text)).toThrow(/LACUNA_CACHE_SIZE/);
});

test.each([
  [{ LACUNA_S3_ENDPOINT: 's3.lab.example' }, 's3.lab.example'],
  [{ LACUNA_S3_ENDPOINT: 'https://host/path' }, 'more than a host and a port'],
  [{ LACUNA_S3_RETRY_SECONDS: 'long' }, 'long'],
  [{ LACUNA_CACHE_SIZE: 'much' }, 'much'],
])('a slip in %j is said', (variables, words) => {
  expect(() => settingsOf({ LACUNA_STORE: 's3://experiments', ...variables })).toThrow(words);
});
