import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tokenizer as Library } from 'tokenizers';
import { failure } from '../../diagnostics/failure.ts';
import {
  type Fields,
  fieldsOf,
  padIdOf,
  requireKnownModel,
  requireSpecials,
  requireUnknownToken,
} from './tokenizer-contents.ts';

/** Cuts up texts for an encoder. */
export interface Tokenizer {
  /** The ids of a text with the encoder's special tokens, at most `maxLength` of them; never padded. */
  readonly tokenize: (text: string) => Promise<readonly number[]>;
  /** What fills a row after its last token. */
  readonly padId: number;
}

/**
 * Texts of more characters are refused: the expressions by which a tokenizer splits may go back over all of a run of
 * blanks, and the library ends the process when they do so too often (10 million times).
 */
const longestText = 1_000_000;

/**
 * The tokenizer that a folder's tokenizer.json describes, at most `maxLength` ids with special tokens. It is run by
 * the code that Python's `tokenizers` runs. Of what the file says on truncation only the side counts, and nothing of
 * padding; dropout, which is for training and random, is off.
 */
export async function openTokenizerFile(folder: string, maxLength: number): Promise<Tokenizer> {
  const file = join(folder, 'tokenizer.json');
  const contents = fieldsOf(parse(file, await read(folder, file)));
  const model = fieldsOf(contents['model']);
  requireKnownModel(file, model);
  requireUnknownToken(file, model);
  const library = await build(file, {
    ...contents,
    ...('dropout' in model && { model: { ...model, dropout: null } }),
  });
  requireSpecials(file, contents['post_processor'], (token) => library.tokenToId(token));
  const idsOf = encoder(file, library);
  await limit(file, library, fieldsOf(contents['truncation']), maxLength);
  return { tokenize: idsOf, padId: padIdOf(contents) };
}

async function read(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw failure('LAC3150', { folder }, error);
    throw failure('LAC3207', { file, reason: (error as Error).message }, error);
  }
}

function parse(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw failure('LAC3151', { file, reason: (error as Error).message }, error);
  }
}

async function build(file: string, contents: Fields): Promise<Library> {
  const { Tokenizer } = await loadLibrary();
  try {
    const library = Tokenizer.fromString(JSON.stringify(contents));
    library.disablePadding();
    library.disableTruncation();
    return library;
  } catch (error) {
    // The place that the library names is one in what it was handed, not in the file.
    const reason = (error as Error).message.replace(/ at line \d+ column \d+$/, '');
    throw failure('LAC3153', { file, reason }, error);
  }
}

/** Loaded when it is first needed: few pipelines name a tokenizer.json, and not every machine has a build of it. */
async function loadLibrary() {
  try {
    return await import('tokenizers');
  } catch (error) {
    throw failure('LAC3156', { machine: `${process.platform} on ${process.arch}` }, error);
  }
}

function encoder(file: string, library: Library): Tokenizer['tokenize'] {
  return async (text) => {
    if (text.length > longestText) {
      throw failure('LAC3157', { text: beginningOf(text), characters: text.length, most: longestText });
    }
    try {
      return (await library.encode(text)).getIds();
    } catch (error) {
      const reason = (error as Error).message;
      throw failure('LAC3153', { file, reason: `for the text ${beginningOf(text)}: ${reason}` }, error);
    }
  };
}

function beginningOf(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}

/** Sets the truncation. Without room for a token of the text the library would not truncate at all. */
async function limit(file: string, library: Library, truncation: Fields, maxLength: number): Promise<void> {
  const specials = (await library.encode('')).getLength();
  if (specials >= maxLength) throw failure('LAC3155', { file, specials, maxLength });
  library.setTruncation(maxLength, { direction: truncation['direction'] === 'Left' ? 'left' : 'right' });
}
