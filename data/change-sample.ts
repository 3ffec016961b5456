import { stream } from '../random/stream.ts';
import { augmentPicture, type PictureAugmentation } from '../signal/crop-augment.ts';
import type { Picture } from '../signal/resize-picture.ts';
import { type SpecAugment, specAugment } from '../signal/spec-augment.ts';
import { drawAffine, largestShift, shiftFrames, warp } from './augment.ts';
import type { PictureTensors, SoundTensors } from './dataset.ts';

/** How training looks at samples: differently in every epoch. What is drawn for a sample depends on nothing else. */
export interface TrainingView {
  readonly seed: number;
  readonly epoch: number;
  readonly image: PictureChange;
  readonly video: PictureChange;
  /** Whether the frames of a video are changed alike. */
  readonly shared: boolean;
  /** `shift-and-mask` also moves the sound in time. */
  readonly audio: 'none' | 'shift-and-mask' | SpecAugment;
}

export type PictureChange = 'none' | 'affine' | PictureAugmentation;

/** A picture of a training sample. */
export interface TrainingPicture {
  readonly modality: 'image' | 'video';
  readonly row: number;
  /** Its place among the frames of its video that are read. */
  readonly place: number;
  /** [size, size, 3] */
  readonly square: Uint8Array;
  /** The whole picture, where it is kept. */
  readonly source: Picture | undefined;
}

/** The pixels [size, size, 3] that training sees, values 0..255. */
export function changePicture(
  picture: TrainingPicture,
  { size, resize, filter }: PictureTensors,
  view: TrainingView,
): Uint8Array | Float32Array {
  const { modality, row, place, square } = picture;
  const change = view[modality];
  if (change === 'none') return square;
  if (change === 'affine') {
    return warp({ pixels: square, height: size, width: size }, drawAffine(view.seed, view.epoch, row));
  }
  const frame = modality === 'image' || view.shared ? '' : `.${place}`;
  const draws = stream(view.seed, `train.augment.${modality}${frame}`, view.epoch, row);
  const whole = picture.source ?? { width: size, height: size, channels: 3, data: square };
  return augmentPicture(whole, change, { size, resize, filter }, () => draws.uniform()).data;
}

/** The spectrogram [frames, bins] that training sees. */
export function changeSound(
  spectrogram: Float32Array,
  { frames, bins, padding }: SoundTensors,
  { seed, epoch, audio }: TrainingView,
  row: number,
): Float32Array {
  if (audio === 'none') return spectrogram;
  const draws = stream(seed, 'train.augment.audio', epoch, row);
  const next = () => draws.uniform();
  const moved = audio === 'shift-and-mask' ? shiftFrames(spectrogram, { frames, bins }, next) : spectrogram;
  const widths =
    audio === 'shift-and-mask' ? { freq: largestShift * bins, time: largestShift * frames } : audio;
  specAugment({ mel: moved, bins, fill: padding }, widths, next);
  return moved;
}
