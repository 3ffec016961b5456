import { calibrationError } from './calibration.ts';
import {
  type Counts,
  countLabels,
  countSets,
  f1,
  macroF1,
  microF1,
  recall,
  samplesF1,
  weightedF1,
} from './f1.ts';
import { at, oneHot, predictClasses, predictSets, sigmoid, softmax } from './predictions.ts';
import { averagePrecisions, rocAreas } from './ranking.ts';

/** What each row really is: one class by its index, or a set of classes as 0 and 1 [rows, classes]. */
export type Truth =
  | { readonly kind: 'label'; readonly labels: ArrayLike<number> }
  | { readonly kind: 'sets'; readonly sets: ArrayLike<number> };

/** What a model says of some rows, and the truth. */
export interface Outputs {
  /** Finite numbers [rows, classes], the higher the likelier; a set holds the classes whose logit is at least 0. */
  readonly logits: Float32Array;
  readonly truth: Truth;
  /** Names, in the order of columns. */
  readonly classes: readonly string[];
}

/** A number of a metric, of all rows or of one class: in percent, unrounded, finite. */
export interface Measured {
  readonly class?: string;
  readonly value: number;
}

/** Shares, 0..1: one, or one for each class in order; NaN where there is none. */
type Measure = (outputs: Outputs) => number | readonly number[];

const measures: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ['accuracy', exactMatches],
  ['f1-macro', (outputs) => macroF1(countsOf(outputs))],
  ['f1-micro', (outputs) => microF1(countsOf(outputs))],
  ['f1-samples', samples],
  ['f1-weighted', (outputs) => weightedF1(countsOf(outputs))],
  ['f1-class', (outputs) => countsOf(outputs).map(f1)],
  ['recall-class', (outputs) => countsOf(outputs).map(recall)],
  ['auroc', (outputs) => meanOfNumbers(rocAreas(scoresOf(outputs), setsOf(outputs), outputs.classes.length))],
  [
    'map',
    (outputs) => meanOfNumbers(averagePrecisions(scoresOf(outputs), setsOf(outputs), outputs.classes.length)),
  ],
  ['ece', calibration],
]);

/**
 * One metric, by the name that pipelines use, in percent: a single number, one for each class with its name
 * (`f1-class`, `recall-class`), or nothing where it is undefined: without rows, `auroc` where no class has rows of both
 * kinds, `map` where no class occurs.
 *
 * Where rows have one class, the largest logit is predicted, a tie going to the lowest index, `auroc` and `map` rank
 * probabilities (softmax) of one class against the rest, and `ece` judges the probability of the predicted class. Where
 * they have sets, a class is predicted from logit 0 on, `accuracy` asks for the very set, `auroc` and `map` rank logits,
 * and `ece` is the mean over classes of how well the probability (sigmoid) of each is calibrated. `auroc` and `map` are
 * means over the classes that have one.
 */
export function measure(metric: string, outputs: Outputs): readonly Measured[] {
  const shares = measures.get(metric);
  if (shares === undefined) throw new Error(`"${metric}" is not measured from logits`);
  if (outputs.logits.length === 0) return [];
  if (!areFinite(outputs.logits)) throw new Error(`${metric} of logits that are not all finite`);
  const found = shares(outputs);
  if (typeof found === 'number') return Number.isNaN(found) ? [] : [{ value: 100 * found }];
  return outputs.classes.map((name, column) => ({ class: name, value: 100 * at(found, column) }));
}

/** By index, for it sees all logits once per metric and cell: `every` and `for of` take five times as long. */
function areFinite(logits: Float32Array): boolean {
  for (let index = 0; index < logits.length; index += 1) {
    if (!Number.isFinite(at(logits, index))) return false;
  }
  return true;
}

/** Share of rows, 0..1, whose largest logit is the label's. */
export function accuracy(logits: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  const predicted = predictClasses(logits, classes);
  const correct = predicted.reduce((sum, column, row) => sum + (column === at(labels, row) ? 1 : 0), 0);
  return correct / predicted.length;
}

function exactMatches({ logits, truth, classes }: Outputs): number {
  if (truth.kind === 'label') return accuracy(logits, truth.labels, classes.length);
  const predicted = predictSets(logits);
  const rows = predicted.length / classes.length;
  let exact = 0;
  for (let start = 0; start < predicted.length; start += classes.length) {
    if (classes.every((_, column) => predicted[start + column] === truth.sets[start + column])) exact += 1;
  }
  return exact / rows;
}

/** The F1 of a row with one class is 1 for a hit and 0 for a miss. */
function samples({ logits, truth, classes }: Outputs): number {
  if (truth.kind === 'label') return accuracy(logits, truth.labels, classes.length);
  return samplesF1(predictSets(logits), truth.sets, classes.length);
}

function countsOf({ logits, truth, classes }: Outputs): Counts[] {
  return truth.kind === 'label'
    ? countLabels(predictClasses(logits, classes.length), truth.labels, classes.length)
    : countSets(predictSets(logits), truth.sets, classes.length);
}

function calibration({ logits, truth, classes }: Outputs): number {
  const count = classes.length;
  if (truth.kind === 'label') {
    const [probabilities, predicted] = [softmax(logits, count), predictClasses(logits, count)];
    const confidences = Float64Array.from(predicted, (column, row) =>
      at(probabilities, row * count + column),
    );
    const hits = predicted.map((column, row) => (column === at(truth.labels, row) ? 1 : 0));
    return calibrationError(confidences, hits);
  }
  const probabilities = sigmoid(logits);
  const errors = classes.map((_, column) =>
    calibrationError(columnOf(probabilities, column, count), columnOf(truth.sets, column, count)),
  );
  return meanOfNumbers(errors);
}

/** What ranks the rows of a class: probabilities where classes exclude each other. */
function scoresOf({ logits, truth, classes }: Outputs): ArrayLike<number> {
  return truth.kind === 'label' ? softmax(logits, classes.length) : logits;
}

function setsOf({ truth, classes }: Outputs): ArrayLike<number> {
  return truth.kind === 'label' ? oneHot(truth.labels, classes.length) : truth.sets;
}

function columnOf(values: ArrayLike<number>, column: number, classes: number): Float64Array {
  return Float64Array.from({ length: values.length / classes }, (_, row) =>
    at(values, row * classes + column),
  );
}

/** Mean of those that are numbers; NaN where none is. */
function meanOfNumbers(values: readonly number[]): number {
  const numbers = values.filter((value) => !Number.isNaN(value));
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
