import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { failure } from '../../diagnostics/failure.ts';
import type { JobContext } from '../../plan/job.ts';
import type { FontAwesomeData } from '../../schemas/generated/resolved.ts';
import { fetchMembers, pinOf } from '../sources/packages.ts';
import type { PackageAdapter } from './adapter.ts';
import { type IconTables, joinIcons } from './icon-join.ts';
import type { RawSamples } from './raw-sample.ts';

/** Drawings of 1,071 solid icons of Font Awesome Free with their English label, and 21 categories, any number per icon. */
export const fontAwesome: PackageAdapter<FontAwesomeData> = {
  version: 1,
  packagesOf: () => [pinOf('npm', packageName)],
  read,
};

const packageName = '@fortawesome/fontawesome-free';

const iconFile = 'package/metadata/icon-families.json';
const categoryFile = 'package/metadata/categories.yml';

async function read({ with: options }: FontAwesomeData, context: JobContext): Promise<RawSamples> {
  const isWanted = (path: string) => path === iconFile || path === categoryFile;
  const folder = await fetchMembers(pinOf('npm', packageName), isWanted, context);
  const tables: IconTables = {
    icons: await readTable(join(folder, iconFile), (text) => JSON.parse(text)),
    // Every scalar as a text: some icons are named by a digit.
    categories: await readTable(join(folder, categoryFile), (text) => parse(text, { schema: 'failsafe' })),
  };
  return joinIcons(tables, options);
}

async function readTable<Table>(file: string, parseText: (text: string) => Table): Promise<Table> {
  try {
    return parseText(await readFile(file, 'utf8'));
  } catch (error) {
    throw failure('LAC3107', { file, reason: (error as Error).message }, error);
  }
}
