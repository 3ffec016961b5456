import { parts } from '../../activities/default-parts.ts';
import { runTask } from '../../activities/run-task.ts';
import { describeData } from '../../data/adapters/adapters.ts';
import { modulePath, programOf } from '../../engine/modules.ts';
import type { Task } from '../../plan/plan.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { sourceOf } from './data-folder.ts';

/*
 * Preprocesses the pictures of a manifest in a process of its own, so that a test can kill it: DATA STORE RUN SIZE. Prints
 * the artifact.
 */
const [, , root = '', location = '', run = '', size = '8'] = process.argv;
const context = { report: () => undefined, signal: new AbortController().signal };
const data = sourceOf('manifest', { file: 'manifest.csv', columns: { image: 'image', label: 'label' } });
const pixels = { processor: 'clip', resize: 'shorter', filter: 'bicubic', norm: 'clip', orientation: 'exif' };
const task: Task = {
  id: 'prepare',
  step: 'prepare',
  operation: 'preprocess',
  queue: 'cpu',
  axes: {},
  params: JSON.parse(JSON.stringify({ data, image: { ...pixels, size: Number(size) } })),
  inputs: [{ role: 'data', ...(await describeData(data, root, context)) }],
  after: [],
};
const dependencies = {
  store: await openLocalStore(location),
  ...parts,
  program: programOf(modulePath('train/child')),
  versions: {},
};
const attempt = { task, artifacts: new Map(), run, log: `${location}/log` };
const { artifact } = await runTask(attempt, dependencies, context);
process.stdout.write(`${JSON.stringify({ artifact })}\n`);
