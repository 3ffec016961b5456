import { open } from 'node:fs/promises';
import type { Progress } from '../plan/job.ts';

/** Bytes that are read at one look: a program that writes more than that in a second is shown by its last lines. */
const mostBytes = 1 << 20;
const mostMetrics = 12;

/** Follows the file in which a program says how far it is. */
export interface ProgressReader {
  /** Reports the last whole line that was added since the last look, and says `done` of it. */
  readonly look: () => Promise<void>;
  /** `done` of the last line that could be read. */
  readonly done: () => number | undefined;
}

/** `note` takes a remark for the log, once, when a line cannot be understood. */
export function readProgress(
  file: string,
  report: (progress: Progress) => void,
  note: (text: string) => Promise<void>,
): ProgressReader {
  let [offset, rest, isNoted] = [0, '', false];
  let done: number | undefined;
  const look = async () => {
    const { text, end } = await readFrom(file, offset);
    offset = end;
    const lines = `${rest}${text}`.split('\n');
    rest = (lines.pop() ?? '').slice(-mostBytes);
    const line = lines.findLast((one) => one.trim() !== '');
    if (line === undefined) return;
    const progress = progressIn(line);
    if (progress !== undefined) {
      done = progress.done;
      report(progress);
    } else if (!isNoted) {
      isNoted = true;
      await note(
        `a line of LACUNA_PROGRESS is no {"done", "total", "unit"?, "metrics"?}: ${line.slice(0, 200)}`,
      );
    }
  };
  return { look, done: () => done };
}

async function readFrom(path: string, offset: number): Promise<{ text: string; end: number }> {
  const file = await open(path, 'r').catch(() => undefined);
  // The program may remove it or write it anew: that loses a report and nothing else.
  if (file === undefined) return { text: '', end: 0 };
  try {
    const { size } = await file.stat();
    const start = Math.max(size < offset ? 0 : offset, size - mostBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return { text: buffer.subarray(0, bytesRead).toString('utf8'), end: start + bytesRead };
  } finally {
    await file.close();
  }
}

function progressIn(line: string): Progress | undefined {
  const value = parse(line);
  if (typeof value !== 'object' || value === null) return undefined;
  const { done, total, unit = 'steps', metrics } = value as { readonly [name: string]: unknown };
  if (!isCount(done) || !isCount(total) || typeof unit !== 'string') return undefined;
  const numbers = Object.entries(typeof metrics === 'object' && metrics !== null ? metrics : {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return {
    phase: 'run',
    done,
    total,
    unit: unit.slice(0, 20),
    ...(numbers.length > 0 && { metrics: Object.fromEntries(numbers.slice(0, mostMetrics).map(short)) }),
  };
}

/** Signs of life carry small numbers, never data. */
function short([name, value]: [string, number]): [string, number] {
  return [name.slice(0, 40), value];
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
