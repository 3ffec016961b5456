import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Score } from '../score/score.ts';

/** Who asks, for messages: `table "main"`, and the run whose scores are read: `method=u2a,seed=0`. */
export interface Asker {
  readonly reader: string;
  readonly run: string;
}

/** A cell of the grid as it was evaluated; `digest` names which sample lacked what. */
export interface ScoredCell {
  readonly name: string;
  readonly n: number;
  readonly digest?: string;
}

/** What an evaluate step measured: every score of one run, on one split of one data set. */
export interface ScoresFile {
  readonly dataset: string;
  readonly split: string;
  readonly cells: readonly ScoredCell[];
  readonly scores: readonly Score[];
}

type JsonRecord = { readonly [name: string]: unknown };

const fileName = 'scores.json';

/** The scores in an artifact of an evaluate step, checked; throws LAC7204 or LAC7205. */
export async function readScores(directory: string, asker: Asker): Promise<ScoresFile> {
  const text = await readFile(join(directory, fileName), 'utf8').catch((error: unknown) => {
    throw failure('LAC7205', { ...asker, reason: reasonOf(error) }, error);
  });
  return parseScores(text, asker);
}

/** Parses the text of a scores file; throws LAC7204 with the first rule that it breaks. */
export function parseScores(text: string, asker: Asker): ScoresFile {
  const refuse: Refuse = (reason, cause) => failure('LAC7204', { ...asker, reason }, cause);
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw refuse(`${fileName} is not JSON`, error);
  }
  if (!isRecord(file) || file['version'] !== 2) throw refuse('`version` is not 2');
  const { dataset, split } = file;
  if (typeof dataset !== 'string' || typeof split !== 'string') {
    throw refuse('`dataset` or `split` is not a text');
  }
  return { dataset, split, cells: cellsOf(file['cells'], refuse), scores: scoresOf(file['scores'], refuse) };
}

/** Text of a system error without its stack: `ENOSPC: no space left on device, write`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Refuse = (reason: string, cause?: unknown) => Error;

function cellsOf(cells: unknown, refuse: Refuse): readonly ScoredCell[] {
  if (!Array.isArray(cells)) throw refuse('`cells` is not a list');
  const seen = new Set<string>();
  return cells.map((cell: unknown, index) => {
    if (!isCell(cell)) throw refuse(`cell ${index + 1} of ${cells.length} is not {name, n, digest?}`);
    if (seen.has(cell.name)) throw refuse(`cell "${cell.name}" stands twice`);
    seen.add(cell.name);
    return cell;
  });
}

function scoresOf(scores: unknown, refuse: Refuse): readonly Score[] {
  if (!Array.isArray(scores)) throw refuse('`scores` is not a list');
  const seen = new Set<string>();
  return scores.map((score: unknown, index) => {
    if (!isScore(score)) {
      const place = `score ${index + 1} of ${scores.length}`;
      throw refuse(
        `${place} is not {cell, metric, class?, direction?, value, n} with texts and finite numbers`,
      );
    }
    const key = JSON.stringify([score.cell, score.metric, score.class, score.direction]);
    if (seen.has(key)) throw refuse(`${describeScore(score)} stands twice`);
    seen.add(key);
    return score;
  });
}

function describeScore({ cell, metric, class: name, direction }: Score): string {
  const parts = [metric, name === undefined ? '' : ` of class "${name}"`, direction && ` ${direction}`];
  return `${parts.join('')} of cell "${cell}"`;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCell(value: unknown): value is ScoredCell {
  if (!isRecord(value)) return false;
  return typeof value['name'] === 'string' && Number.isInteger(value['n']) && isTextOrAbsent(value['digest']);
}

function isScore(value: unknown): value is Score {
  if (!isRecord(value)) return false;
  const { cell, metric, class: name, direction, value: number, n } = value;
  const named = typeof cell === 'string' && typeof metric === 'string';
  return (
    named &&
    isTextOrAbsent(name) &&
    isTextOrAbsent(direction) &&
    Number.isFinite(number) &&
    Number.isInteger(n)
  );
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
