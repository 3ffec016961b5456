import type { Split } from '../../schemas/generated/resolved.ts';

/**
 * A sample as an adapter finds it: files and texts, not yet decoded. A modality that is absent is missing for this
 * sample. It is plain data, so that it can be handed to another thread.
 */
export interface RawSample {
  readonly id: string;
  /** Index into the classes. In a multi-label data set the first of `labels`, or -1 when there is none. */
  readonly label: number;
  /** Ascending indices of the classes of a sample of a multi-label data set; absent in others. */
  readonly labels?: readonly number[];
  readonly split: Split;
  readonly image?: ImageSource;
  readonly text?: string;
  /** Absolute path of a sound, or of a video that has one. */
  readonly audio?: string;
  readonly video?: VideoSource;
}

/** Whether a sample has a class, which may be one of several. */
export function isOfClass({ label, labels }: RawSample, index: number): boolean {
  return labels?.includes(index) ?? label === index;
}

/** Where a picture comes from: the absolute path of its file, or what is drawn. */
export type ImageSource = string | Outline;

/** A black shape on white: a path of SVG, of which the square at `left`, `top` is seen, in the units of the path. */
export interface Outline {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly path: string;
}

/** Where the frames of a video come from. */
export type VideoSource =
  /** A video file, of which one frame per second is read. */
  | { readonly kind: 'file'; readonly file: string }
  /** A folder with one picture per second, in the order of their numbers. */
  | { readonly kind: 'frames'; readonly folder: string }
  /** A drawn digit, [28, 28] grey values, that moves by chance. */
  | { readonly kind: 'clip'; readonly digit: Uint8Array; readonly motion: Motion };

/** What decides how a digit moves: numbers for its random stream, and sizes. */
export interface Motion {
  readonly seed: readonly [number, number];
  readonly frames: number;
  /** Side of a frame in pixels. */
  readonly side: number;
  /** Standard deviation of the noise on each pixel, of values in 0..255. */
  readonly noise: number;
}

/** What an adapter reads. Labels are dense: every class has a sample. */
export interface RawSamples {
  readonly name: string;
  readonly classes: readonly string[];
  /** Whether a sample may have several classes or none; every sample then has `labels`. */
  readonly multiLabel?: boolean;
  readonly samples: readonly RawSample[];
  /** Samples that were left out because a file of theirs is missing, which the author allowed. */
  readonly skipped?: readonly { readonly id: string; readonly reason: string }[];
  /** What people should know of the data: counts beside those of the paper, overlaps of splits. */
  readonly notes?: readonly string[];
}
