import { failure } from '../diagnostics/failure.ts';
import type { RunRecord, Store } from '../store/store.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { findRun, listRuns } from './find-run.ts';
import { openStore } from './open-store.ts';
import { loadSettings } from './settings.ts';
import { alignColumns, type Terminal } from './terminal.ts';

export interface TagOptions {
  readonly json: boolean;
  readonly run?: string;
  readonly name?: string;
  /** Tag to take away. */
  readonly remove?: string;
}

const plainTag = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Gives a run a name, which keeps it from being collected; takes a name away; or lists the names. */
export async function tag(options: TagOptions, terminal: Terminal): Promise<ExitStatus> {
  const { run, name, remove } = options;
  const isAsked = (run === undefined) === (name === undefined) && (remove === undefined || run === undefined);
  if (!isAsked) throw failure('LAC1922', {});
  const store = await openStore(loadSettings(), terminal);
  if (remove !== undefined) await removeTag(store, remove, terminal);
  else if (run !== undefined && name !== undefined) await giveTag(store, run, name, terminal);
  await list(store, options.json, run !== undefined || remove !== undefined, terminal);
  return exitCodes.done;
}

async function giveTag(store: Store, id: string, name: string, terminal: Terminal): Promise<void> {
  if (!plainTag.test(name)) throw failure('LAC1923', { name });
  const run = await findRun(store, id);
  const holder = await runWith(store, name);
  if (holder !== undefined && holder.id !== run.id) throw failure('LAC1924', { name, run: holder.id });
  const record = (await store.getRun(run.id)) ?? run;
  await store.putRun({ ...record, tag: name });
  const before = record.tag === undefined || record.tag === name ? '' : ` instead of ${record.tag}`;
  terminal.talk(`run ${run.id} is ${name} now${before}; gc keeps it`);
}

async function removeTag(store: Store, name: string, terminal: Terminal): Promise<void> {
  const run = await runWith(store, name);
  if (run === undefined) throw failure('LAC1925', { name, store: store.location });
  const { tag: _, ...rest } = (await store.getRun(run.id)) ?? run;
  await store.putRun(rest);
  terminal.talk(`run ${run.id} is ${name} no more; gc may remove it`);
}

async function runWith(store: Store, name: string): Promise<RunRecord | undefined> {
  return (await store.listRuns()).find((run) => run.tag === name);
}

async function list(store: Store, json: boolean, isQuiet: boolean, terminal: Terminal): Promise<void> {
  const tagged = (await listRuns(store)).flatMap(({ id, tag: name, pipeline, state, startedAt }) =>
    name === undefined ? [] : [{ tag: name, run: id, pipeline, state, startedAt }],
  );
  if (json) terminal.out(JSON.stringify(tagged, null, 2));
  else if (!isQuiet)
    terminal.out(
      tagged.length === 0 ? 'No run has a tag.' : alignColumns(tagged.map(Object.values)).join('\n'),
    );
}
