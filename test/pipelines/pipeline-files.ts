import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expandPlan } from '../../plan/expand-plan.ts';
import { codeSourcesOf, weightSourcesOf } from '../../plan/external-sources.ts';
import type { Plan } from '../../plan/plan.ts';
import { type PipelineReading, readPipeline } from '../../spec/read-pipeline.ts';

const root = resolve(import.meta.dirname, '../..');

/** Every YAML file under pipelines/, by path from the root of the repository. */
const files = readdirSync(join(root, 'pipelines'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join('pipelines', name))
  .sort();

/** Those that are only there to be included. */
export const fragments = files.filter((file) => file.includes('/shared/'));

/** Those that a user runs. */
export const experiments = files.filter((file) => !fragments.includes(file));

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

export function readExperiment(file: string): PipelineReading {
  return readPipeline({
    file: join(root, file),
    text: textOf(file),
    readText: (path) => ({ text: readFileSync(path, 'utf8') }),
  });
}

/** The files that were read for one, itself included. */
export function filesOf(file: string): readonly string[] {
  return [...readExperiment(file).texts.keys()].map((path) => relative(root, path));
}

/** The plan of a file for somebody who has neither data nor weights. */
export function planOf(file: string): Plan {
  const { pipeline, diagnostics } = readExperiment(file);
  if (pipeline === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const absent = (names: Iterable<string>) =>
    new Map([...names].map((name) => [name, { absent: 'not here', source: name }]));
  return expandPlan(pipeline, {
    data: absent(Object.keys(pipeline.data)),
    weights: absent(weightSourcesOf(pipeline).keys()),
    code: absent(codeSourcesOf(pipeline).keys()),
  });
}
