import { resolve } from 'node:path';
import type { StorePlace } from '../store/open-store.ts';
import { config } from '../temporal.config.ts';

export interface Settings {
  readonly store: StorePlace;
  /** Absolute folder for the files of tables. */
  readonly results: string;
}

/** Where things go: environment before temporal.config.ts before defaults, relative to the current folder. */
export function loadSettings(): Settings {
  const location = resolve(process.env['LACUNA_STORE'] ?? config.store ?? '.lacuna');
  return {
    store: { location, workDirectory: location },
    results: resolve(process.env['LACUNA_RESULTS'] ?? 'results'),
  };
}
