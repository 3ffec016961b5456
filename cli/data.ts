import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { readSamples } from '../data/adapters/adapters.ts';
import { drawContactSheet } from '../data/contact-sheet.ts';
import { splitOrder } from '../data/dataset.ts';
import { type Inspection, inspectSamples } from '../data/inspect-samples.ts';
import { tokenizerFolderOf } from '../data/preprocess.ts';
import { fetchExternalInput } from '../data/sources/external-input.ts';
import type { JobContext, JobInput } from '../plan/job.ts';
import type { PreprocessParams } from '../plan/params.ts';
import { plainName } from '../plan/plain-name.ts';
import type { Task } from '../plan/plan.ts';
import type { Split } from '../schemas/generated/resolved.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { loadPlan } from './load-plan.ts';
import type { FileOptions } from './read-file.ts';
import { loadSettings } from './settings.ts';
import { alignColumns, type Terminal } from './terminal.ts';

/** Says what the data of a pipeline are, and draws some of them; runs nothing and contacts no server. */
export async function data(options: FileOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = await loadPlan(options, terminal);
  if (loaded === undefined) return exitCodes.invalid;
  const folder = join(loadSettings().results, loaded.plan.pipeline);
  const tasks = loaded.plan.tasks.filter(({ operation }) => operation === 'preprocess');
  const found: object[] = [];
  for (const task of tasks) {
    const { inspection, sheet } = await inspectTask(task);
    await mkdir(folder, { recursive: true });
    const file = join(folder, `data-${plainName(task.id)}.png`);
    await writeFile(file, sheet);
    const place = relative(process.cwd(), file);
    const { shown: _, ...numbers } = inspection;
    found.push({ task: task.id, ...numbers, sheet: place });
    if (!options.json) terminal.out(render(task, inspection, place, terminal).join('\n'));
  }
  if (options.json) terminal.out(JSON.stringify(found, null, 2));
  return exitCodes.done;
}

async function inspectTask(task: Task): Promise<{ inspection: Inspection; sheet: Buffer }> {
  const context: JobContext = { report: () => undefined, signal: new AbortController().signal };
  const { data: source, ...options } = task.params as unknown as PreprocessParams;
  const inputs: Record<string, readonly JobInput[]> = {};
  for (const input of task.inputs) {
    if (!('digest' in input)) continue;
    const directory = await fetchExternalInput(input, context);
    if (directory !== undefined) inputs[input.role] = [{ digest: input.digest, directory }];
  }
  const raw = await readSamples(source, context, inputs['data']?.[0]);
  const processing = { ...options, tokenizerFolder: tokenizerFolderOf(inputs) };
  const inspection = await inspectSamples(raw, processing, context);
  return { inspection, sheet: await drawContactSheet(inspection.shown, processing) };
}

function render(task: Task, inspection: Inspection, sheet: string, terminal: Terminal): string[] {
  const { bold, dim } = terminal.colours;
  const { name, samples, classes, modalities, skipped, notes } = inspection;
  const total = (split: Split) => classes.reduce((sum, { counts }) => sum + counts[split], 0);
  const classRows = classes.map(({ name, counts }) => [
    `  ${name}`,
    ...splitOrder.map((split) => String(counts[split])),
  ]);
  const sums = ['  all classes', ...splitOrder.map((split) => String(total(split)))];
  const classTable = alignColumns([['  class', ...splitOrder], ...classRows, sums], new Set([1, 2, 3]));
  const modalityRows = modalities.map((row) => [
    `  ${row.modality}`,
    share(row.missing, samples),
    row.unit,
    amount(row.lowest, row.unit),
    amount(row.median, row.unit),
    amount(row.highest, row.unit),
    String(row.measured),
  ]);
  const modalityHead = ['  modality', 'missing', 'measure', 'least', 'median', 'most', 'of'];
  const modalityTable = alignColumns([modalityHead, ...modalityRows], new Set([1, 3, 4, 5, 6]));
  return [
    `${bold(task.id)}   ${name}   ${samples} samples${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    dim(classTable[0] ?? ''),
    ...classTable.slice(1),
    dim(modalityTable[0] ?? ''),
    ...modalityTable.slice(1),
    ...notes.map((note) => `  note: ${note}`),
    `  contact sheet: ${sheet}`,
  ];
}

function share(count: number, of: number): string {
  return `${((100 * count) / Math.max(1, of)).toFixed(1)} %`;
}

function amount(value: number, unit: string): string {
  return unit === 'seconds' ? value.toFixed(2) : String(value);
}
