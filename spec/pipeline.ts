import type { Span } from '../diagnostics/diagnostic.ts';
import type {
  Checkpoint,
  CommandOptions,
  DataSource,
  EncoderSource,
  EvaluateOptions,
  FigureOptions,
  Modality,
  PreprocessOptions,
  PretrainOptions,
  TableOptions,
  TrainOptions,
} from '../schemas/generated/resolved.ts';
import type { JsonRecord, Scalar } from './json-value.ts';

/** The options of each operation that `uses` can name, defaults filled in. */
export interface OptionsOf {
  readonly preprocess: PreprocessOptions;
  readonly pretrain: PretrainOptions;
  readonly train: TrainOptions;
  readonly evaluate: EvaluateOptions;
  readonly command: CommandOptions;
}

/** The operations that a step can use. */
export type StepOperation = keyof OptionsOf;

/** One value per axis of a matrix. */
export type Combination = { readonly [axis: string]: Scalar };

interface StepOf<Operation extends StepOperation> {
  readonly name: string;
  readonly uses: Operation;
  /** Steps that must finish first, as written; those that `with` and the encoders name come on top. */
  readonly needs: readonly string[];
  /** Axes in the order of the file; none for a step without a matrix. */
  readonly matrix: { readonly [axis: string]: readonly Scalar[] };
  /** Task queue: as written, else `gpu` for what computes with a model and `cpu` for preprocess and command. */
  readonly queue: string;
  /** How often an unfinished task saves its state; absent where a step cannot. */
  readonly checkpoint?: Checkpoint;
  /** Options with defaults filled in; texts may still refer to the matrix: see `resolveWith`. */
  readonly with: JsonRecord;
  /** The step's name in the file. */
  readonly span: Span;
}

/** A step as written: one operation, once per combination of its matrix. Narrow it by `uses`. */
export type PipelineStep = { [Operation in StepOperation]: StepOf<Operation> }[StepOperation];

/** The step of one operation. */
export type StepUsing<Operation extends StepOperation> = StepOf<Operation>;

/** A table as written, defaults filled in. */
export interface PipelineTable {
  readonly name: string;
  readonly options: TableOptions;
  readonly span: Span;
}

/** A figure as written, defaults filled in. */
export interface PipelineFigure {
  readonly name: string;
  readonly options: FigureOptions;
  readonly span: Span;
}

/** A pipeline file after every check that needs only the file. Immutable; all but the functions is JSON. */
export interface Pipeline {
  readonly file: string;
  readonly name: string;
  readonly about?: string;
  readonly seeds: readonly number[];
  readonly data: { readonly [name: string]: DataSource };
  readonly encoders: { readonly [modality in Modality]?: EncoderSource };
  /** In the order of the file. */
  readonly steps: readonly PipelineStep[];
  readonly tables: readonly PipelineTable[];
  readonly figures: readonly PipelineFigure[];
  /** Where the value at a JSON pointer such as `/steps/train/with/lora/rank` stands; undefined for a default. */
  readonly spanAt: (pointer: string) => Span | undefined;
  /** The options of a step for one combination of its axes. */
  readonly resolveWith: <Operation extends StepOperation>(
    step: StepUsing<Operation>,
    axes: Combination,
  ) => OptionsOf[Operation];
}
