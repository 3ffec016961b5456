import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Cell } from './cells.ts';
import {
  type Combination,
  exclusions,
  type Fault,
  faults,
  type Moment,
  moments,
  type Victim,
  victims,
} from './matrix.ts';
import { checkpointSteps } from './small-pipeline.ts';

/** A cell and how it went; notes say what was not as promised, or why it was skipped. */
export interface Result {
  readonly cell: Cell;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly notes: readonly string[];
}

const path = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));

/** Writes docs/reliability.md. */
export async function writePage(results: readonly Result[]): Promise<void> {
  await writeFile(path, renderPage(results));
}

/** The page: what was done and checked, a table per victim, and what was left out. */
export function renderPage(results: readonly Result[]): string {
  const count = (state: Result['state']) => results.filter((result) => result.state === state).length;
  const parts = [
    '# Reliability',
    '<!-- Made by `npm run test:crash` (test/crash/). Edits are lost. -->',
    'This page is made by `npm run test:crash`; edits are lost.',
    `Each of ${results.length} cells is a run of a small pipeline with a real training, in which one process meets one fault at one
moment. The last time: **${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped**.`,
    checks,
    means,
    ...victims.map((victim) => section(victim, results)),
    ...notes('Failed', 'failed', results),
    ...notes('Skipped', 'skipped', results),
    leftOut(),
  ];
  return `${parts.join('\n\n')}\n`;
}

const checks = `## What is checked in every cell

- The table has the bytes of an undisturbed run, and so has every artifact, the trained model included.
- The first command ends as the tables below say, and in time; its last line says what to type next. Nothing shows a stack trace.
- Every blob of the store matches its name, every entry has all its files, every record can be read, nothing temporary is left.
- No process stays behind.
- An attempt that follows a lost one computes at most one interval between two checkpoints again (here ${checkpointSteps} steps), unless the disk had no room for a checkpoint, or the S3 server has lost the result itself.
- Afterwards \`lacuna status\` can read every record: the last run is done, and none passes for running.`;

const means = `## How the faults are made

| fault | how |
|---|---|
| SIGKILL, SIGTERM | sent to the process |
| SIGSTOP, then SIGCONT | after 3 s; in the middle of a step after 13 s, when the attempt has been given up: one that comes back must not spoil its successor |
| disk full | store, server and tables lie on small file systems of their own; that of the victim is filled to the last byte, and freed when it was noticed |
| torn write | the process is killed and the file that it was writing, or had written last, is cut in half |
| network cut | command line, a second worker and the server are network namespaces on a switch; a link is taken down for 3 s, that of a worker at work for 13 s |
| clock jump | the time of day of the victim's JavaScript is an hour ahead for 1.5 s, then an hour behind; Temporal's native library in the same process keeps the right time |

| moment | where the run is |
|---|---|
| before start | the victim has been started and has not begun: no server that answers, no worker that polls, no job, no connection |
| mid-step | the training has kept its first checkpoint and computes |
| after publish, before record | the result is in the store; Temporal has not heard of it, or for the command line: the record of the run is not written |
| during table write | the table's bytes are in the store without an entry; for the command line: half of its files are in the results folder |`;

function section(victim: Victim, results: readonly Result[]): string {
  const own = results.filter(({ cell }) => cell.victim === victim);
  const rows = faults.map((fault) => {
    const texts = moments.map((moment) => textOf({ victim, fault, moment }, own));
    return `| ${fault} | ${texts.join(' | ')} |`;
  });
  const head = [`| fault | ${moments.join(' | ')} |`, `|---|${moments.map(() => '---|').join('')}`];
  const title = victim.charAt(0).toUpperCase() + victim.slice(1);
  return [`## ${title}`, '', ...head, ...rows].join('\n');
}

function textOf({ fault, moment }: Combination, results: readonly Result[]): string {
  const result = results.find(({ cell }) => cell.fault === fault && cell.moment === moment);
  if (result === undefined) return '-';
  const { user, exits } = result.cell;
  const promise =
    user === 'nothing'
      ? 'heals by itself'
      : `${exits[0] === null ? 'gone' : `exit ${exits.join(' or ')}`}; the same command goes on`;
  return result.state === 'passed' ? promise : `**${result.state}**: ${promise}`;
}

function notes(title: string, state: Result['state'], results: readonly Result[]): readonly string[] {
  const lines = results
    .filter((result) => result.state === state)
    .map(
      ({ cell, notes: texts }) => `- ${nameOf(cell)}: ${texts.map((text) => text.split('\n')[0]).join('; ')}`,
    );
  return lines.length === 0 ? [] : [[`## ${title}`, '', ...lines].join('\n')];
}

/** For people: who, what, when. */
export function nameOf({ victim, fault, moment }: Combination): string {
  return `${victim} / ${fault} / ${moment}`;
}

function leftOut(): string {
  const reasons = [...new Set(exclusions.map(({ reason }) => reason))];
  const lines = reasons.map((reason) => {
    const own = exclusions.filter((exclusion) => exclusion.reason === reason);
    const values = (name: 'victim' | 'fault' | 'moment', all: readonly (Victim | Fault | Moment)[]) => {
      const found = all.filter((value) => own.some((exclusion) => exclusion[name] === value));
      return found.length === all.length ? 'any' : found.join(', ');
    };
    return `| ${values('victim', victims)} | ${values('fault', faults)} | ${values('moment', moments)} | ${reason} |`;
  });
  return ['## Left out', '', '| victim | fault | moment | because |', '|---|---|---|---|', ...lines].join(
    '\n',
  );
}
