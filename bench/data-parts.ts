/** A kind of raw data whose preprocessing is compared. */
export type PartName = 'mel' | 'images' | 'tokens' | 'preprocess';

/** What is timed, and how its numbers are shown. */
export interface Part {
  readonly name: PartName;
  readonly about: string;
  /** What a time is divided by, and what that is. */
  readonly items: number;
  readonly unit: 'ms per clip' | 'ms per picture' | 'us per token' | 's in all';
  /** The most that Lacuna may take of the reference's time; absent where it is only reported. */
  readonly goal?: number;
  /** How far the values by which the sides are compared may be apart. */
  readonly tolerance: number;
  readonly rounds: number;
}

/** How much of everything is generated. */
export interface Amounts {
  readonly clips: number;
  readonly pictures: number;
  readonly texts: number;
  readonly recordings: number;
  /** Names under which each different picture is stored for `preprocess`. */
  readonly copies: number;
  /** Different pictures of `preprocess`. */
  readonly originals: number;
}

/** Seconds of each clip of `mel`, and of each recording of `preprocess`. */
export const clipSeconds = 10;
export const recordingSeconds = 0.5;
/** Longest text in tokens. */
export const maxLength = 40;
/** Frames of a recording's spectrogram. */
export const recordingFrames = 64;

export const amountsOf = (tiny: boolean): Amounts =>
  tiny
    ? { clips: 2, pictures: 3, texts: 200, recordings: 20, originals: 4, copies: 2 }
    : { clips: 20, pictures: 50, texts: 20_000, recordings: 3000, originals: 500, copies: 10 };

/** The parts in the order in which they are run; `tokens` of the texts are counted when they are made. */
export function partsOf({ clips, pictures, texts, recordings, originals, copies }: Amounts): readonly Part[] {
  return [
    {
      name: 'mel',
      about: `log-mel of ${clips} clips of ${clipSeconds} s, one thread`,
      items: clips,
      unit: 'ms per clip',
      goal: 1,
      tolerance: 1e-3,
      rounds: 15,
    },
    {
      name: 'images',
      about: `${pictures} JPEGs of 640 x 480 decoded, CLIP's transform, one thread`,
      items: pictures,
      unit: 'ms per picture',
      goal: 0.7,
      tolerance: 2e-3,
      rounds: 7,
    },
    {
      name: 'tokens',
      about: `WordPiece of ${texts} texts, one thread against a batch call on all`,
      items: texts,
      unit: 'us per token',
      tolerance: 0,
      rounds: 7,
    },
    {
      name: 'preprocess',
      about: `${recordings} recordings and ${originals * copies} JPEGs to safetensors, 2 cores`,
      items: 1,
      unit: 's in all',
      goal: 0.8,
      tolerance: 2e-3,
      rounds: 3,
    },
  ];
}
