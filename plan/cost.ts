import { forwardFlop, type Modality } from './encoder-cost.ts';
import { type EncoderSize, sizeOfSource } from './encoder-sizes.ts';
import { paperCounts } from './paper-data.ts';
import type { ExtractParams, PreprocessParams, PretrainParams, TrainParams } from './params.ts';
import type { Plan, Task, TaskId } from './plan.ts';
import { addedTokens, modalitiesRead, noTokens, passesOf, rowsRun } from './training-cost.ts';

/** What a step computes with models, summed over its runs. Undefined: data or an encoder whose size is not known here. */
export interface StepCost {
  readonly step: string;
  readonly operation: 'pretrain' | 'train' | 'extract';
  readonly runs: number;
  /** Samples read, each as often as it is read. */
  readonly samples: number | undefined;
  /** Steps of the optimiser; none for an extraction. */
  readonly steps: number | undefined;
  /** 10^15 FLOP. */
  readonly petaflop: number | undefined;
}

/** The steps of a plan that run a model, in its order, and their sum over those whose cost is known. */
export interface PlanCost {
  readonly steps: readonly StepCost[];
  readonly total: { readonly trainings: number; readonly petaflop: number };
}

/** Peak of dense TF32 matrix products from NVIDIA's A100 data sheet; the share of it that training reaches is a guess. */
export const assumedGpu = { name: 'NVIDIA A100, TF32', peakFlops: 156e12, utilisation: 0.4 };

/** Hours of one `assumedGpu`. */
export function gpuHours(petaflop: number): number {
  return (petaflop * 1e15) / (assumedGpu.peakFlops * assumedGpu.utilisation) / 3600;
}

/**
 * What a plan computes if nothing of it is there yet. A training step costs a forward pass of each encoder that runs, as
 * much again for the gradients of activations where something in the encoder learns, and again for those of weights
 * where all do; validation, heads and adapters are left out. Sizes of data sets are those of the paper.
 */
export function costOf(plan: Plan): PlanCost {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const byStep = new Map<string, readonly Task[]>();
  for (const task of plan.tasks) {
    if (isModelTask(task)) byStep.set(task.step, [...(byStep.get(task.step) ?? []), task]);
  }
  const steps = [...byStep].map(([step, runs]) => costOfStep(step, runs, tasks));
  return {
    steps,
    total: {
      trainings: plan.tasks.filter(({ operation }) => operation === 'train').length,
      petaflop: steps.reduce((sum, { petaflop = 0 }) => sum + petaflop, 0),
    },
  };
}

interface RunCost {
  readonly samples: number | undefined;
  readonly steps: number | undefined;
  readonly flop: number | undefined;
}

type Tasks = ReadonlyMap<TaskId, Task>;

function isModelTask({ operation }: Task): boolean {
  return operation === 'pretrain' || operation === 'train' || operation === 'extract';
}

function costOfStep(step: string, runs: readonly Task[], tasks: Tasks): StepCost {
  const costs = runs.map((run) => costOfRun(run, tasks));
  const flop = sum(costs.map((cost) => cost.flop));
  return {
    step,
    operation: (runs[0]?.operation ?? 'train') as StepCost['operation'],
    runs: runs.length,
    samples: sum(costs.map(({ samples }) => samples)),
    steps: sum(costs.map(({ steps }) => steps)),
    petaflop: flop === undefined ? undefined : flop / 1e15,
  };
}

function costOfRun(task: Task, tasks: Tasks): RunCost {
  if (task.operation === 'pretrain') return costOfPretraining(task, tasks);
  return task.operation === 'train' ? costOfTraining(task, tasks) : costOfExtraction(task, tasks);
}

function costOfPretraining(task: Task, tasks: Tasks): RunCost {
  const { encoder, epochs, batchSize, modality } = task.params as unknown as PretrainParams;
  const inputs = inputsOf(task, tasks);
  const read = modality ?? pretrainedOn(encoder.architecture, inputs);
  const count = paperCounts(inputs.data)?.train;
  const forward = forwardFlop(encoder, read, { inputs, added: noTokens });
  return {
    ...passes(count, epochs, batchSize),
    flop: product(count, epochs, forward, 3),
  };
}

function pretrainedOn(architecture: 'clip-vit' | 'ast', { image }: PreprocessParams): Modality {
  if (architecture === 'ast') return 'audio';
  return image ? 'image' : 'video';
}

function costOfTraining(task: Task, tasks: Tasks): RunCost {
  const params = task.params as unknown as TrainParams;
  const inputs = inputsOf(task, tasks);
  const count = paperCounts(inputs.data)?.train;
  const { epochs, mmlora, method } = params;
  // Each forward pass, and the gradients that follow it, over all epochs; the first stage of mmlora trains all weights.
  const first = method === 'mmlora' ? (mmlora.stage1Epochs ?? epochs) : 0;
  const passesPerSample = epochs * passesOf(method) + first * 3;
  const flop = modalitiesRead(params).map((modality) => {
    const rows = count === undefined ? undefined : rowsRun(params, modality, count);
    return product(rows, passesPerSample, forwardOf(task, modality, { params, inputs, tasks }));
  });
  return { ...passes(count, epochs + first, params.batchSize), flop: sum(flop) };
}

function costOfExtraction(task: Task, tasks: Tasks): RunCost {
  const { split } = task.params as unknown as ExtractParams;
  const model = tasks.get(taskIn(task, 'model') ?? '');
  const inputs = inputsOf(task, tasks);
  const count = paperCounts(inputs.data)?.[split];
  if (model === undefined) return { samples: count, steps: 0, flop: undefined };
  const params = model.params as unknown as TrainParams;
  const flop = modalitiesRead(params).map((modality) =>
    product(count, forwardOf(task, modality, { params, inputs, tasks })),
  );
  return { samples: count, steps: 0, flop: sum(flop) };
}

function passes(count: number | undefined, epochs: number, batchSize: number): Omit<RunCost, 'flop'> {
  if (count === undefined) return { samples: undefined, steps: undefined };
  return { samples: count * epochs, steps: Math.ceil(count / batchSize) * epochs };
}

interface Surroundings {
  readonly params: TrainParams;
  readonly inputs: PreprocessParams;
  readonly tasks: Tasks;
}

function forwardOf(
  task: Task,
  modality: Modality,
  { params, inputs, tasks }: Surroundings,
): number | undefined {
  const size = encoderOf(task, modality, tasks);
  return size && forwardFlop(size, modality, { inputs, added: addedTokens(params) });
}

/** The size of the encoder that a task reads: of a pretrain step what its options say. */
function encoderOf(task: Task, modality: Modality, tasks: Tasks): EncoderSize | undefined {
  const input = task.inputs.find(({ role }) => role === `encoder.${modality}`);
  if (input === undefined) return undefined;
  if (!('task' in input)) return sizeOfSource(input.source);
  return (tasks.get(input.task)?.params as unknown as PretrainParams | undefined)?.encoder;
}

function taskIn(task: Task, role: string): TaskId | undefined {
  const input = task.inputs.find((one) => one.role === role);
  return input !== undefined && 'task' in input ? input.task : undefined;
}

function inputsOf(task: Task, tasks: Tasks): PreprocessParams {
  const preprocess = tasks.get(taskIn(task, 'dataset') ?? '');
  if (preprocess === undefined) throw new Error(`${task.id} reads no preprocess step`);
  return preprocess.params as unknown as PreprocessParams;
}

/** Undefined where one of the numbers is. */
function sum(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (total, one) => (total === undefined || one === undefined ? undefined : total + one),
    0,
  );
}

function product(...factors: readonly (number | undefined)[]): number | undefined {
  return factors.reduce<number | undefined>(
    (total, one) => (total === undefined || one === undefined ? undefined : total * one),
    1,
  );
}
