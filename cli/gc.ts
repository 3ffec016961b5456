import { failure } from '../diagnostics/failure.ts';
import type { Garbage, Tally } from '../store/keeping.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { settleState } from './find-run.ts';
import { openStore } from './open-store.ts';
import { everyFewSeconds } from './progress.ts';
import { loadSettings } from './settings.ts';
import { describeBytes, parseAge } from './sizes.ts';
import { alignColumns, type Terminal } from './terminal.ts';

export interface GcOptions {
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Of each pipeline so many of the newest runs stay. */
  readonly keepRuns?: string;
  /** Runs older than this may go: `30d`. */
  readonly olderThan?: string;
  /** What is younger than this stays whatever it is: `1h`. */
  readonly grace: string;
}

/** Says how large the store is and what no kept run and no table reaches, and removes that unless it is a dry run. */
export async function gc(options: GcOptions, terminal: Terminal): Promise<ExitStatus> {
  const policy = {
    ...(options.keepRuns !== undefined && { keepRuns: parseCount(options.keepRuns) }),
    ...(options.olderThan !== undefined && { olderThanMs: parseAge(options.olderThan) }),
    graceMs: parseAge(options.grace),
    isUnderWay: (run: Parameters<typeof settleState>[0]) => settleState(run).state === 'running',
  };
  const store = await openStore(loadSettings(), terminal);
  const say = everyFewSeconds(terminal);
  const garbage = await store.findGarbage(policy, (phase, done, total) =>
    say(() => `${phase}: folder ${done} of ${total}`),
  );
  const { remove: _, ...found } = garbage;
  if (!options.json) terminal.out(render(store.location, garbage));
  if (options.dryRun) {
    if (options.json) terminal.out(JSON.stringify({ ...found, removed: 0 }, null, 2));
    else terminal.talk('Dry run: nothing was removed. Remove it with the same command without --dry-run.');
    return exitCodes.done;
  }
  const removed = await garbage.remove();
  if (options.json) terminal.out(JSON.stringify({ ...found, removed }, null, 2));
  else terminal.talk(`removed: ${removed} objects`);
  return exitCodes.done;
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw failure('LAC1921', { text });
  return Number(text);
}

function render(location: string, { kept, retired, tallies, damaged }: Garbage): string {
  const tagged = kept.filter(({ tag }) => tag !== undefined).length;
  const rows = tallies.map((tally) => row(`  ${tally.kind}`, tally));
  const head = ['  what', 'objects', 'size', 'to remove', 'size'];
  return [
    `${location}   ${kept.length} runs kept (${tagged} tagged), ${retired.length} to remove`,
    ...retired.map(({ id, pipeline, startedAt }) => `  run ${id}  ${pipeline}  ${startedAt.slice(0, 16)}Z`),
    ...alignColumns([head, ...rows, row('  total', sum(tallies))], new Set([1, 2, 3, 4])),
    ...(damaged === 0 ? [] : [`${damaged} damaged entries stay; lacuna verify sets them aside`]),
  ].join('\n');
}

function row(name: string, { count, bytes, goingCount, goingBytes }: Omit<Tally, 'kind'>): string[] {
  const going = goingCount === 0 ? ['-', '-'] : [String(goingCount), describeBytes(goingBytes)];
  return [name, String(count), describeBytes(bytes), ...going];
}

function sum(tallies: readonly Tally[]): Omit<Tally, 'kind'> {
  const total = (field: Exclude<keyof Tally, 'kind'>) =>
    tallies.reduce((before, tally) => before + tally[field], 0);
  return {
    count: total('count'),
    bytes: total('bytes'),
    goingCount: total('goingCount'),
    goingBytes: total('goingBytes'),
  };
}
