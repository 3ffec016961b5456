import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { describeData, readSamples } from '../../data/adapters/adapters.ts';
import type { RawSample, RawSamples } from '../../data/adapters/raw-sample.ts';
import type { DataSource } from '../../schemas/generated/resolved.ts';
import type { JsonRecord } from '../../spec/json-value.ts';
import { definition, fillDefaults } from '../../spec/schema-node.ts';

export const context = { report: () => {}, signal: new AbortController().signal };

/** A folder for the raw files of a data set, new for each test of a file, and a cache beside it. */
export function useDataFolder() {
  let base = '';
  let writes = 0;
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'lacuna-data-'));
    vi.stubEnv('LACUNA_CACHE', join(base, 'cache'));
    await mkdir(join(base, 'data'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(base, { recursive: true });
  });
  return {
    get path() {
      return join(base, 'data');
    },
    /** Files by their path, made about an hour ago, each a second later than the one before. */
    write: async (files: Readonly<Record<string, string | Uint8Array>>) => {
      for (const [path, content] of Object.entries(files)) {
        const file = join(base, 'data', path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
        writes += 1;
        const made = new Date(anHourAgo + 1000 * writes);
        await utimes(file, made, made);
      }
    },
    /** Other bytes of the same length in the same file, whose time is set back: nothing but its contents changes. */
    changeUnseen: async (path: string, content: string) => {
      const file = join(base, 'data', path);
      const { mtime } = await stat(file);
      await writeFile(file, content);
      await utimes(file, mtime, mtime);
    },
    remove: (path: string) => rm(join(base, 'data', path), { recursive: true }),
    /** The samples of the folder as a pipeline file with these options reads them: planned, then listed again. */
    list: async (adapter: string, options: JsonRecord = {}): Promise<RawSamples> => {
      const source = sourceOf(adapter, options);
      const { digest, source: directory } = await describeData(source, join(base, 'data'), context);
      return readSamples(source, context, { digest, directory });
    },
    /** A sample with its paths relative to the folder. */
    plain: (sample: RawSample | undefined): object => {
      const shorten = (value: unknown): unknown => {
        if (typeof value === 'string')
          return value.startsWith('/') ? relative(join(base, 'data'), value) : value;
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shorten(each)]));
      };
      return shorten(sample) as object;
    },
  };
}

const anHourAgo = Date.now() - 3_600_000;

/** A data source as the pipeline language resolves it, in the folder `.` unless `options` say otherwise. */
export function sourceOf(adapter: string, options: JsonRecord = {}): DataSource {
  const written = { adapter, with: { root: '.', ...options } };
  return fillDefaults(definition('dataSource'), written) as unknown as DataSource;
}

/** How many samples a split has. */
export function countOf({ samples }: RawSamples, split: string): number {
  return samples.filter((sample) => sample.split === split).length;
}

/** A file of these bytes is enough where nothing decodes it. */
const someBytes = 'media';

/** Files of these paths, each with its path in it. */
export function mediaAt(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, `${someBytes} of ${path}`]));
}
