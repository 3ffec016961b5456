import { resolve } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { StorePlace } from '../store/open-store.ts';
import { endpointOf, isS3Location, type S3Settings } from '../store/s3-address.ts';
import { config } from '../temporal.config.ts';

export interface Settings {
  readonly store: StorePlace;
  /** Absolute folder for the files of tables. */
  readonly results: string;
}

const defaultFolder = '.lacuna';

/** Where things go: environment before temporal.config.ts before defaults, relative to the current folder. */
export function loadSettings(): Settings {
  return {
    store: storePlace(process.env['LACUNA_STORE'] || config.store || defaultFolder),
    results: resolve(process.env['LACUNA_RESULTS'] ?? 'results'),
  };
}

function storePlace(chosen: string): StorePlace {
  if (!isS3Location(chosen)) return { location: resolve(chosen), workDirectory: resolve(chosen) };
  const cacheBytes = cacheLimit();
  return {
    location: chosen,
    workDirectory: resolve(process.env['LACUNA_WORK'] || config.work || defaultFolder),
    s3: s3Settings(),
    ...(cacheBytes !== undefined && { cacheBytes }),
  };
}

function s3Settings(): S3Settings {
  const endpoint = process.env['LACUNA_S3_ENDPOINT'];
  const region = process.env['LACUNA_S3_REGION'];
  const seconds = process.env['LACUNA_S3_RETRY_SECONDS'];
  const settings = {
    ...config.s3,
    ...(endpoint && { endpoint }),
    ...(region && { region }),
    ...(seconds && { retryMs: readSeconds('LACUNA_S3_RETRY_SECONDS', seconds) * 1000 }),
  };
  // Now, so that a slip is said before anything is done.
  endpointOf(settings);
  return settings;
}

function readSeconds(setting: string, value: string): number {
  const seconds = Number(value);
  if (value.trim() !== '' && seconds >= 0 && Number.isFinite(seconds)) return seconds;
  throw failure('LAC5108', { setting, value, reason: 'it is no number of seconds' });
}

function cacheLimit(): number | undefined {
  const value = process.env['LACUNA_CACHE_SIZE'];
  return value ? readBytes('LACUNA_CACHE_SIZE', value) : config.cacheBytes;
}

const units = ['', 'k', 'm', 'g', 't'];

/** `20GB`, `512 MiB`, `1e9`: bytes. */
export function readBytes(setting: string, value: string): number {
  const [, digits = '', unit = '', binary] =
    /^([\d.]+(?:e\d+)?)\s*([kmgt]?)(i?)b?$/i.exec(value.trim()) ?? [];
  const bytes = Math.round(
    Number(digits || 'x') * (binary ? 1024 : 1000) ** units.indexOf(unit.toLowerCase()),
  );
  if (Number.isSafeInteger(bytes)) return bytes;
  throw failure('LAC5108', { setting, value, reason: 'it is no size such as 500MB, 20GB or 2TiB' });
}
