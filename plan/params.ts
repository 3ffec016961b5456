import type {
  AudioProcessing,
  DataSource,
  EncoderSource,
  EvaluateOptions,
  ImageProcessing,
  PretrainOptions,
  TableOptions,
  TextProcessing,
  TrainOptions,
  VideoProcessing,
} from '../schemas/generated/resolved.ts';

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

export interface EvaluateParams extends Omit<EvaluateOptions, 'model'> {
  readonly encoders: EncoderParams;
}

export interface TabulateParams extends Omit<TableOptions, 'from'> {
  readonly name: string;
  /** Axis values of each input of role `scores`, in order. */
  readonly entries: readonly { readonly [axis: string]: string | number | boolean }[];
}
