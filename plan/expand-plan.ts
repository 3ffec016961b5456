import type { Pipeline } from '../spec/pipeline.ts';
import { expandFigure } from './expand-figure.ts';
import { expandTable } from './expand-table.ts';
import { asJson, Expansion } from './expansion.ts';
import type { ExternalSources } from './external-sources.ts';
import type { Plan, Task } from './plan.ts';
import { RunsRead } from './runs-read.ts';

/**
 * Every task of a valid pipeline: matrices multiplied out, references turned into inputs, defaults filled in.
 * A step takes over the axes of the steps whose artifacts it reads, and joins them on axes of equal name.
 */
export function expandPlan(pipeline: Pipeline, sources: ExternalSources): Plan {
  const expansion = new Expansion(pipeline, sources);
  for (const step of pipeline.steps) expansion.tasksOf(step.name);
  return {
    version: 1,
    pipeline: pipeline.name,
    tasks: [...expansion.ordered, ...displaysOf(pipeline, expansion)],
  };
}

/** A task for each table and each figure, after everything that they show. */
function displaysOf(pipeline: Pipeline, expansion: Expansion): readonly Task[] {
  const tasksOf = (step: string) => expansion.tasksOf(step);
  const tables = pipeline.tables.map(({ name, options }) => {
    const runs = new RunsRead(tasksOf, options.over);
    const optionOf = (step: string, path: string) => expansion.optionOf(step, path);
    return displayTask('tabulate', name, expandTable(name, options, { runs, optionOf }));
  });
  const figures = pipeline.figures.map(({ name, options }) => {
    const runs = new RunsRead(tasksOf, options.over);
    const gridOf = (step: string) => expansion.gridOf(step);
    return displayTask('plot', name, expandFigure(name, options, { runs, gridOf }));
  });
  return [...tables, ...figures];
}

function displayTask(
  operation: 'tabulate' | 'plot',
  name: string,
  { params, tasks }: { readonly params: object; readonly tasks: readonly Task[] },
): Task {
  const inputs = tasks.map(({ id }) => ({ role: 'scores', task: id }));
  return {
    id: name,
    step: name,
    operation,
    queue: 'cpu',
    axes: {},
    params: asJson(params),
    inputs,
    after: [],
  };
}
