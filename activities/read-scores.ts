import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Score } from '../score/score.ts';

/** Who asks, for messages: the table and the run whose scores are read. */
export interface Asker {
  readonly table: string;
  readonly entry: string;
}

/** Name of the file that an evaluate step writes: `{"version":1,"scores":[{cell,metric,value,n},...]}`. */
const fileName = 'scores.json';

/** The scores in an artifact of an evaluate step, checked; throws LAC7204 or LAC7205. */
export async function readScores(directory: string, asker: Asker): Promise<readonly Score[]> {
  const text = await readFile(join(directory, fileName), 'utf8').catch((error: unknown) => {
    throw failure('LAC7205', { ...asker, reason: reasonOf(error) }, error);
  });
  return parseScores(text, asker);
}

/** Parses the text of a scores file; throws LAC7204 with the first rule that it breaks. */
export function parseScores(text: string, asker: Asker): readonly Score[] {
  const refuse = (reason: string, cause?: unknown) => failure('LAC7204', { ...asker, reason }, cause);
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw refuse(`${fileName} is not JSON`, error);
  }
  if (!isRecord(file) || file['version'] !== 1) throw refuse('`version` is not 1');
  const scores = file['scores'];
  if (!Array.isArray(scores)) throw refuse('`scores` is not a list');
  const seen = new Set<string>();
  return scores.map((score: unknown, index) => {
    if (!isScore(score))
      throw refuse(
        `score ${index + 1} of ${scores.length} is not {cell, metric, value, n} with finite numbers`,
      );
    const key = JSON.stringify([score.cell, score.metric]);
    if (seen.has(key)) throw refuse(`${score.metric} of cell "${score.cell}" stands twice`);
    seen.add(key);
    return score;
  });
}

/** Text of a system error without its stack: `ENOSPC: no space left on device, write`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScore(value: unknown): value is Score {
  if (!isRecord(value)) return false;
  const { cell, metric, value: number, n } = value;
  return (
    typeof cell === 'string' && typeof metric === 'string' && Number.isFinite(number) && Number.isInteger(n)
  );
}
