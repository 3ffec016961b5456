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
 * docs/reliability.md when all were played. CRASH_MAIN names a command line that is built already, dist/cli/main.js somewhere.
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

async function playAll(chosen: readonly Cell[], world: World, stop: AbortSignal): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = chosen.values();
  const lane = async () => {
    for (const cell of left) {
      if (stop.aborted) return;
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
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => endAll(folder, stop));
  try {
    const world = await makeWorld(folder, process.env['CRASH_MAIN']);
    const results = await playAll(chosen, world, stop.signal);
    if (results.length === cells.length) await writePage(results);
    const count = (state: Result['state']) => results.filter((result) => result.state === state).length;
    console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
    process.exitCode = stop.signal.aborted ? 130 : count('failed') > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Ends the cells under way, whose disks and networks are then taken down in good order; no other one begins. */
function endAll(folder: string, stop: AbortController): void {
  stop.abort();
  const kill = () => {
    for (const { pid } of processesWith(folder)) signal(pid, 'SIGKILL');
  };
  kill();
  // A cell may be about to start another program.
  setInterval(kill, 500).unref();
}

await main(process.argv.slice(2));
