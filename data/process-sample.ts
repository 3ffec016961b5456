import { failure } from '../diagnostics/failure.ts';
import { logMel, padAndNormalise } from '../signal/log-mel.ts';
import { pictureTransform } from '../signal/picture-transform.ts';
import { type Picture, resizePicture } from '../signal/resize-picture.ts';
import type { Filter } from '../signal/resize-taps.ts';
import { frameIndices } from '../signal/sample-frames.ts';
import { drawMovingDigit } from './adapters/moving-digit.ts';
import type { RawSample, VideoSource } from './adapters/raw-sample.ts';
import { decodePicture } from './media/decode-picture.ts';
import { decodeSound } from './media/decode-sound.ts';
import { decodeFrames, framesOfFolder } from './media/decode-video.ts';
import { loadTokenizer } from './media/tokenizer.ts';
import { openPicture } from './open-picture.ts';
import type { Processing } from './processing.ts';

/** What a sample becomes; a modality that it lacks is absent. */
export interface Processed {
  /** [size, size, 3] */
  readonly image?: Uint8Array;
  readonly text?: readonly number[];
  /** [frames, bins] */
  readonly audio?: Float32Array;
  /** Each [size, size, 3]. */
  readonly video?: readonly Uint8Array[];
  /** Of training samples, if asked for: the whole picture, for random crops. */
  readonly imageSource?: Picture;
  /** The same for each frame. */
  readonly videoSources?: readonly Picture[];
}

interface Context {
  readonly signal: AbortSignal;
}

/** Turns samples into tensors one at a time; each depends on nothing but itself and the processing. */
export type ProcessSample = (sample: RawSample, context: Context) => Promise<Processed>;

/** Makes ready what all samples share: a vocabulary that does not fit is found before minutes of decoding. */
export async function createProcessor(processing: Processing): Promise<ProcessSample> {
  const { image, text, audio, video, tokenizerFolder } = processing;
  const parts: readonly ProcessSample[] = [
    ...(image ? [pictures(image)] : []),
    ...(text ? [await texts(text, tokenizerFolder)] : []),
    ...(audio ? [sounds(audio)] : []),
    ...(video ? [videos(video)] : []),
  ];
  return async (sample, context) => {
    let processed: Processed = {};
    for (const part of parts) {
      context.signal.throwIfAborted();
      processed = { ...processed, ...(await part(sample, context)) };
    }
    return processed;
  };
}

function pictures(options: NonNullable<Processing['image']>): ProcessSample {
  return async ({ id, image, split }) => {
    if (image === undefined) return {};
    const picture = await openPicture({ id, image }, { orientation: options.orientation });
    const source = split === 'train' ? sourceOf(picture, options) : undefined;
    return { image: pictureTransform(picture, options).data, ...(source && { imageSource: source }) };
  };
}

/** A picture as it is kept for random crops, made smaller if it is larger than asked for. */
function sourceOf(
  picture: Picture,
  options: { readonly source?: number; readonly filter: Filter },
): Picture | undefined {
  const { source, filter } = options;
  if (source === undefined) return undefined;
  const { width, height } = picture;
  const scale = source / Math.min(width, height);
  if (scale >= 1) return picture;
  return resizePicture(picture, {
    filter,
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
}

async function texts(
  options: NonNullable<Processing['text']>,
  folder: string | undefined,
): Promise<ProcessSample> {
  if (folder === undefined) {
    throw failure('LAC9001', { what: 'a preprocess job with text has no vocabulary' });
  }
  const { tokenize } = await loadTokenizer(folder, options);
  return async ({ text }) => (text === undefined ? {} : { text: await tokenize(text) });
}

function sounds({ bins, frames, norm }: NonNullable<Processing['audio']>): ProcessSample {
  return async ({ id, audio }, context) => {
    if (audio === undefined) return {};
    const wave = await decodeSound(audio, id, context);
    return { audio: padAndNormalise(logMel(wave, { bins }), { bins, frames, norm }) };
  };
}

function videos(options: NonNullable<Processing['video']>): ProcessSample {
  return async ({ id, video, split }, context) => {
    if (video === undefined) return {};
    const squares: Uint8Array[] = [];
    const sources: Picture[] = [];
    for await (const picture of framesOf(video, id, context)) {
      squares.push(pictureTransform(picture, options).data);
      const source = split === 'train' ? sourceOf(picture, options) : undefined;
      if (source) sources.push(source);
    }
    if (squares.length === 0) throw failure('LAC3110', { sample: id });
    const kept = squares.length <= options.kept ? undefined : frameIndices(squares.length, options.kept);
    const keep = <T>(all: readonly T[]): readonly T[] => kept?.map((index) => all[index] as T) ?? all;
    return { video: keep(squares), ...(sources.length > 0 && { videoSources: keep(sources) }) };
  };
}

async function* framesOf(video: VideoSource, id: string, context: Context): AsyncGenerator<Picture> {
  if (video.kind === 'file') yield* decodeFrames(video.file, id, { perSecond: 1 }, context);
  else if (video.kind === 'clip') yield* drawMovingDigit(video.digit, video.motion);
  else {
    for (const image of await framesOfFolder(video.folder, id)) yield decodePicture({ id, image });
  }
}
