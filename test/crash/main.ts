import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lackOfServer } from './bucket.ts';
import { type Cell, cells } from './cells.ts';
import { lackOfRights } from './network.ts';
import { nameOf, type Result, writePage } from './page.ts';
import { perform } from './perform.ts';
import { processesWith, signal } from './processes.ts';
import { makeWorld, type World } from './world.ts';

/*
 * `npm run test:crash [-- WORD...]`: plays every cell of the matrix whose name has all words, two at a time, and writes
 * docs/reliability.md when all were played.
 */

const lanes = 2;

async function play(cell: Cell, world: World): Promise<Result> {
  const reason = whySkipped(cell);
  if (reason !== undefined) return { cell, state: 'skipped', notes: [reason] };
  try {
    const notes = await perform(cell, world);
    return { cell, state: notes.length === 0 ? 'passed' : 'failed', notes };
  } catch (error) {
    return { cell, state: 'failed', notes: [error instanceof Error ? error.message : String(error)] };
  }
}

function whySkipped({ victim, fault }: Cell): string | undefined {
  if (victim === 'S3 server' && lackOfServer !== undefined) return lackOfServer;
  return fault === 'disk full' || fault === 'network cut' ? lackOfRights() : undefined;
}

async function playAll(chosen: readonly Cell[], world: World): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = chosen.values();
  const lane = async () => {
    for (const cell of left) {
      const start = performance.now();
      const result = await play(cell, world);
      results.push(result);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${result.state.padEnd(7)} ${nameOf(cell)}  ${seconds} s`);
      for (const note of result.notes) console.log(note.replace(/^/gm, '        '));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return chosen.flatMap((cell) => results.filter((result) => result.cell === cell));
}

async function main(words: readonly string[]): Promise<void> {
  const chosen = cells.filter((cell) => words.every((word) => nameOf(cell).includes(word)));
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-crash-'));
  process.once('SIGINT', () => endAll(folder));
  process.once('SIGTERM', () => endAll(folder));
  try {
    const world = await makeWorld(folder, process.env['CRASH_MAIN']);
    const results = await playAll(chosen, world);
    if (chosen.length === cells.length) await writePage(results);
    const count = (state: Result['state']) => results.filter((result) => result.state === state).length;
    console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
    process.exitCode = count('failed') > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Leaves in a hurry: no process of a cell may stay behind. */
function endAll(folder: string): void {
  for (const { pid } of processesWith(folder)) if (pid !== process.pid) signal(pid, 'SIGKILL');
  process.exit(130);
}

await main(process.argv.slice(2));
