import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { JobContext } from '../../plan/job.ts';
import type { EmojiData } from '../../schemas/generated/resolved.ts';
import { fetchMembers, type Pin, pinOf } from '../sources/packages.ts';
import type { PackageAdapter } from './adapter.ts';
import { type EmojiTables, joinEmoji } from './emoji-join.ts';

/** Pictures of 1,636 emoji and their English label: no flags, no components, no skin tones. */
export const emoji: PackageAdapter<EmojiData> = { version: 1, packagesOf, read };

function packagesOf({ with: { drawings } }: EmojiData): readonly [drawings: Pin, names: Pin] {
  return [pinOf('npm', `emoji-datasource-${drawings}`), pinOf('npm', 'emojibase-data')];
}

async function read(source: EmojiData, context: JobContext): ReturnType<PackageAdapter<EmojiData>['read']> {
  const [drawingsPin, namesPin] = packagesOf(source);
  const pictures = `package/img/${source.with.drawings}/64/`;
  const isPicture = (path: string) => path.startsWith(pictures) || path === 'package/emoji.json';
  const drawings = await fetchMembers(drawingsPin, isPicture, context);
  const names = await fetchMembers(namesPin, (path) => Object.values(nameFiles).includes(path), context);
  const tables: EmojiTables = {
    drawn: await readJson(join(drawings, 'package/emoji.json')),
    named: await readJson(join(names, nameFiles.named)),
    keys: await readJson(join(names, nameFiles.keys)),
    messages: await readJson(join(names, nameFiles.messages)),
  };
  return joinEmoji(tables, source.with, (image) => join(drawings, pictures, image));
}

const nameFiles = {
  named: 'package/en/data.json',
  messages: 'package/en/messages.json',
  keys: 'package/meta/groups.json',
};

async function readJson<Table>(file: string): Promise<Table> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Table;
  } catch (error) {
    throw failure('LAC3107', { file, reason: (error as Error).message }, error);
  }
}
