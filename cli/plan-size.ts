import { modalityOrder } from '../data/dataset.ts';
import { cellNamesOf } from '../grid/cells.ts';
import { assumedGpu, costOf, gpuHours } from '../plan/cost.ts';
import type { EvaluateParams } from '../plan/params.ts';
import type { Plan } from '../plan/plan.ts';

/** How much a plan asks for, if nothing of it is there yet: trainings, GPU-hours, cells. */
export interface PlanSize {
  readonly trainings: number;
  /** 10^15 FLOP of the steps whose data and encoders have a known size; 0 where none has. */
  readonly petaflop: number;
  readonly gpuHours: number;
  /** Steps that run a model of unknown size. */
  readonly unknown: readonly string[];
  /** Cells of the grid over all evaluations. */
  readonly cells: number;
  readonly evaluations: number;
}

/** Counts from the plan alone; nothing is read. */
export function sizeOf(plan: Plan): PlanSize {
  const { steps, total } = costOf(plan);
  const cells = cellsByTask(plan);
  return {
    trainings: total.trainings,
    petaflop: total.petaflop,
    gpuHours: gpuHours(total.petaflop),
    unknown: steps.filter(({ petaflop }) => petaflop === undefined).map(({ step }) => step),
    cells: cells.reduce((sum, count) => sum + count, 0),
    evaluations: cells.length,
  };
}

/** The same as sentences: `Grid: 84 cells of 12 evaluations.` */
export function describeSize({
  trainings,
  petaflop,
  gpuHours,
  unknown,
  cells,
  evaluations,
}: PlanSize): string[] {
  const { name, utilisation } = assumedGpu;
  const hours = gpuHours < 10 ? gpuHours.toFixed(1) : gpuHours.toFixed(0);
  const percent = Math.round(100 * utilisation);
  const work = `${trainings} trainings in all, with features ${petaflop.toPrecision(3)} PFLOP: ${hours} hours of one ${name}, at ${percent} % of its peak`;
  const without = unknown.length === 0 ? '' : `, without ${unknown.join(', ')}, whose size is not known here`;
  return [
    ...(petaflop > 0 ? [`Models: ${work}${without}.`] : []),
    ...(evaluations > 0
      ? [`Grid: ${cells} cells in ${evaluations} evaluations; each model runs once per sample.`]
      : []),
  ];
}

function cellsByTask({ tasks }: Plan): readonly number[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return tasks.flatMap(({ operation, params, inputs }) => {
    if (operation !== 'evaluate') return [];
    const [features] = inputs;
    const extraction = features && 'task' in features ? byId.get(features.task) : undefined;
    const dataset = extraction?.inputs.find(({ role }) => role === 'dataset');
    const prepared = dataset && 'task' in dataset ? byId.get(dataset.task)?.params : undefined;
    const modalities = modalityOrder.filter((modality) => prepared?.[modality] !== undefined);
    return [cellNamesOf(modalities, (params as unknown as EvaluateParams).grid).length];
  });
}
