import type {
  Aggregate,
  AudioProcessing,
  CommandOptions,
  DataSource,
  EncoderSource,
  EvaluateOptions,
  FigureOptions,
  ImageProcessing,
  PretrainOptions,
  TableOptions,
  TextProcessing,
  TrainOptions,
  VideoProcessing,
} from '../schemas/generated/resolved.ts';
import type { ScoreQuery } from '../score/score.ts';

/*
 * What each operation is given: the author's options with defaults filled in, without names of steps (those
 * became inputs). These records are hashed into keys; a field more is a re-run of everything.
 */
export interface PreprocessParams {
  readonly data: DataSource;
  readonly image?: ImageProcessing;
  readonly text?: Omit<TextProcessing, 'vocabulary'>;
  readonly audio?: AudioProcessing;
  readonly video?: VideoProcessing;
}

export type PretrainParams = Omit<PretrainOptions, 'dataset'>;

/** An encoder without where its weights come from: those became an input. */
export interface EncoderUse extends Pick<EncoderSource, 'outputNorm' | 'classToken'> {
  readonly architecture: 'clip-vit' | 'bert' | 'ast';
}

export type EncoderParams = { readonly [modality in 'image' | 'text' | 'audio' | 'video']?: EncoderUse };

export interface TrainParams extends Omit<TrainOptions, 'dataset'> {
  readonly encoders: EncoderParams;
}

/** What a model says of each sample of a split, for every set of modalities; every cell of a grid is read from it. */
export interface ExtractParams extends Pick<EvaluateOptions, 'split' | 'missingToken'> {
  /** Absent for a model from a folder, which holds its encoders and says how they are read. */
  readonly encoders?: EncoderParams;
}

export type EvaluateParams = Pick<EvaluateOptions, 'grid' | 'metrics' | 'maskSeed'>;

/** A program, its arguments and parameters, and what it reports; its code and what it reads became inputs. */
export interface CommandParams extends Pick<CommandOptions, 'params' | 'environment' | 'scores'> {
  /** As the operating system takes them: texts, the program first. */
  readonly run: readonly string[];
}

/** Values of matrix axes of one run. */
export type Axes = { readonly [axis: string]: string | number | boolean };

/** A run that a table or figure reads, by its axes; no name of a step, for names never enter a key. */
export interface ScoredRun {
  readonly axes: Axes;
}

/** Places in `runs`, in the order of the aggregated axes; `against` are the partners of a `recovery`, place by place. */
export interface RunsAsked {
  readonly query: ScoreQuery;
  readonly runs: readonly number[];
  readonly against?: readonly number[];
}

/** What stands over a column or before a row. */
export interface LineParams {
  readonly name: string;
  /** From the outer to the inner header. */
  readonly label: readonly string[];
  /** Of a line of literature: where its numbers stand. */
  readonly source?: string;
}

/** What one cell of a table shows: the intersection of what its row and its column ask for. */
export type CellParams =
  | (RunsAsked & {
      readonly kind: 'runs';
      readonly digits: number;
      readonly unit: 'one' | 'millions';
      readonly expected?: number;
    })
  | {
      readonly kind: 'literature';
      readonly value: number | string;
      readonly source: string;
      readonly mark?: string;
      readonly digits: number;
    }
  /** A resolved option. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' };

export interface TabulateParams
  extends Pick<TableOptions, 'caption' | 'emphasis' | 'over' | 'compare' | 'marks' | 'tolerance'> {
  readonly name: string;
  readonly aggregate: Aggregate;
  readonly rowHeaders: readonly string[];
  readonly rows: readonly LineParams[];
  readonly columns: readonly LineParams[];
  /** By row, then by column. */
  readonly cells: readonly (readonly CellParams[])[];
  /** The inputs of role `scores`, in order. */
  readonly runs: readonly ScoredRun[];
}

/** A point of a series. Bars have one without x: a bar for each class of the scores. */
export interface PointParams extends RunsAsked {
  readonly x?: string | number;
}

export interface SeriesParams {
  readonly label: string;
  readonly points: readonly PointParams[];
  /** Numbers from elsewhere. */
  readonly literature?: { readonly source: string; readonly values: { readonly [x: string]: number } };
}

export interface PanelParams {
  readonly title: string;
  readonly series: readonly SeriesParams[];
}

export interface PlotParams extends Pick<FigureOptions, 'caption' | 'kind' | 'over' | 'classes'> {
  readonly name: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly panels: readonly PanelParams[];
  /** The inputs of role `scores`, in order. */
  readonly runs: readonly ScoredRun[];
}
