import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import { type Cleaning, cleanText } from '../../signal/clean-text.ts';
import {
  createWordpiece,
  parseVocabulary,
  vocabularyProblem,
  type WordpieceOptions,
} from '../../signal/wordpiece.ts';
import { openTokenizerFile, type Tokenizer } from './tokenizer-file.ts';

/** How texts become token ids. `lowercase` and `stripAccents` are read for `wordpiece` only. */
export interface TokenizerOptions extends WordpieceOptions {
  /** `wordpiece`: BERT's, of the folder's vocab.txt. `file`: what the folder's tokenizer.json says. */
  readonly tokenizer: 'wordpiece' | 'file';
  /** Longest sequence in tokens, special tokens included. */
  readonly maxLength: number;
  readonly clean: Cleaning;
}

/**
 * The tokenizer in a folder. Which of two files is read is said by `tokenizer` and never guessed from what is
 * there: adding a file must not change results. LAC3205, LAC3207 and LAC3108 are what may be wrong with a
 * vocab.txt, LAC3150 to LAC3157 with a tokenizer.json.
 */
export async function loadTokenizer(folder: string, options: TokenizerOptions): Promise<Tokenizer> {
  const { tokenize, padId } =
    options.tokenizer === 'file'
      ? await openTokenizerFile(folder, options.maxLength)
      : await openVocabulary(folder, options);
  return { tokenize: (text) => tokenize(cleanText(text, options.clean)), padId };
}

async function openVocabulary(folder: string, options: TokenizerOptions): Promise<Tokenizer> {
  const file = join(folder, 'vocab.txt');
  const vocabulary = parseVocabulary(await readVocabulary(folder, file));
  const reason = vocabularyProblem(vocabulary);
  if (reason !== undefined) throw failure('LAC3108', { file, reason });
  const wordpiece = createWordpiece(vocabulary, options.maxLength, options);
  return { tokenize: async (text) => wordpiece(text), padId: 0 };
}

async function readVocabulary(folder: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw failure('LAC3205', { folder, files: 'vocab.txt' }, error);
    }
    throw failure('LAC3207', { file, reason: (error as Error).message }, error);
  }
}
