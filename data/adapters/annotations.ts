import { isUtf8 } from 'node:buffer';
import { failure } from '../../diagnostics/failure.ts';
import type { Split } from '../../schemas/generated/resolved.ts';
import { type CsvRow, parseCsv } from './csv.ts';
import type { FolderRoot } from './folder-root.ts';

/** A line that is not empty, without its end; counted from 1. */
export interface Line {
  readonly line: number;
  readonly text: string;
}

/** Whether a data set has an annotation file. */
export async function hasFile(root: FolderRoot, path: string): Promise<boolean> {
  return (await root.locate(path, 'the adapter')) !== undefined;
}

/** The text of an annotation file without byte order mark. One that is absent or not UTF-8 is refused. */
async function readText(root: FolderRoot, path: string): Promise<string> {
  const bytes = await root.read(path);
  if (bytes === undefined) throw failure('LAC3161', { file: path, root: root.path });
  if (!isUtf8(bytes)) throw notUtf8(path, bytes);
  return bytes.toString('utf8').replace(/^\u{feff}/u, '');
}

export async function readLines(root: FolderRoot, path: string): Promise<readonly Line[]> {
  return linesOf(await readText(root, path));
}

/** The lines of a text that hold more than blanks. */
function linesOf(text: string): readonly Line[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((each, index) => ({ line: index + 1, text: each }))
    .filter((each) => each.text.trim() !== '');
}

/** A JSON file; what it holds is for the caller to check. */
export async function readJson(root: FolderRoot, path: string): Promise<unknown> {
  const text = await readText(root, path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure('LAC3167', { at: path, problem: `it is not JSON: ${(error as Error).message}` }, error);
  }
}

/** Objects of a file with one JSON object per line. */
export async function readJsonLines(
  root: FolderRoot,
  path: string,
): Promise<readonly { readonly line: number; readonly value: { readonly [name: string]: unknown } }[]> {
  return (await readLines(root, path)).map(({ line, text }) => ({
    line,
    value: parseObject(path, line, text),
  }));
}

function parseObject(path: string, line: number, text: string): { readonly [name: string]: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed(path, line, `it is not JSON: ${(error as Error).message}`, error);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(path, line, 'it is not a JSON object');
  return value as { readonly [name: string]: unknown };
}

/** A name of a JSON file that lists the names of each split, as `split.json` does. */
interface SplitName {
  readonly name: string;
  readonly split: Split;
  readonly at: string;
}

/** Names by split of a JSON object with lists under `train`, `val` or `dev`, and `test`. */
export async function readSplitLists(root: FolderRoot, path: string): Promise<readonly SplitName[]> {
  const refuse = (problem: string) => failure('LAC3167', { at: path, problem });
  const value = await readJson(root, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('it is not a JSON object');
  return Object.entries(value).flatMap(([key, names]: [string, unknown]) => {
    const split = originalSplits[key];
    if (split === undefined) throw refuse(`"${key}" is not train, val, dev or test`);
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
      throw refuse(`\`${key}\` is not a list of texts`);
    return names.map((name: string, index) => ({ name, split, at: `${path}, ${key}, entry ${index + 1}` }));
  });
}

const originalSplits: { readonly [key: string]: Split } = {
  train: 'train',
  val: 'val',
  dev: 'val',
  test: 'test',
};

/** Rows of a CSV file, a header among them if there is one. */
export async function readCsv(root: FolderRoot, path: string, delimiter = ','): Promise<readonly CsvRow[]> {
  const rows = parseCsv(await readText(root, path), delimiter);
  if ('problem' in rows) throw malformed(path, rows.line, rows.problem);
  return rows;
}

/** The refusal of a line that does not have the form that its file should have. */
export function malformed(file: string, line: number, problem: string, cause?: unknown): Error {
  return failure('LAC3167', { at: `${file}, line ${line}`, problem }, cause);
}

function notUtf8(file: string, bytes: Buffer): Error {
  const byte = firstBadByte(bytes);
  const line = bytes.subarray(0, byte).filter((value) => value === 0x0a).length + 1;
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const found = isUtf16 ? 'UTF-16 text' : `a byte 0x${bytes[byte]?.toString(16).padStart(2, '0')}`;
  return failure('LAC3166', { file, line, byte, found });
}

/** Index of the byte at which text stops being UTF-8, by halving: a prefix is valid if at most its last character is cut. */
function firstBadByte(bytes: Buffer): number {
  const isFine = (length: number) => {
    for (let cut = 0; cut < 4; cut += 1)
      if (isUtf8(bytes.subarray(0, Math.max(0, length - cut)))) return true;
    return false;
  };
  let [fine, bad] = [0, bytes.length];
  while (bad - fine > 1) {
    const middle = (fine + bad) >>> 1;
    if (isFine(middle)) fine = middle;
    else bad = middle;
  }
  // The last valid prefix may end inside a character that the bad byte breaks: go back to where that character begins.
  while (fine > 0 && !isUtf8(bytes.subarray(0, fine))) fine -= 1;
  return fine;
}
