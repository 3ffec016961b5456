import { resolve } from 'node:path';
import { config } from '../temporal.config.ts';

export interface Settings {
  /** Absolute folder of the store. */
  readonly store: string;
  /** Absolute folder for the files of tables. */
  readonly results: string;
}

/** Where things go: environment before temporal.config.ts before defaults, relative to the current folder. */
export function loadSettings(): Settings {
  return {
    store: resolve(process.env['LACUNA_STORE'] ?? config.store ?? '.lacuna'),
    results: resolve(process.env['LACUNA_RESULTS'] ?? 'results'),
  };
}
