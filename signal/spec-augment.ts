/** How wide the masks may be: `freq` in bins, `time` in frames; 0 masks nothing. */
export interface SpecAugment {
  readonly freq: number;
  readonly time: number;
}

/** The spectrogram to mask and what masked values become. */
export interface Masked {
  /** [frames, bins]; changed in place. */
  readonly mel: Float32Array;
  readonly bins: number;
  readonly fill: number;
}

/**
 * SpecAugment without warping (Park et al. 2019): one band of bins and one stretch of frames are hidden, as torchaudio's
 * FrequencyMasking and TimeMasking do it: a width uniform in [0, widest), a start uniform in [0, size - width), both
 * rounded down. AST's training code masks with 0 before it normalises, so `fill` of a normalised spectrogram is its
 * `padValue`.
 *
 * @param next gives uniform numbers in [0, 1); four are taken whatever the widths: band's width, its start, the stretch's
 */
export function specAugment(
  { mel, bins, fill }: Masked,
  { freq, time }: SpecAugment,
  next: () => number,
): void {
  const frames = mel.length / bins;
  const band = drawMask(freq, bins, next);
  const stretch = drawMask(time, frames, next);
  for (let frame = 0; frame < frames; frame++) {
    mel.fill(fill, frame * bins + band.start, frame * bins + band.end);
  }
  mel.fill(fill, stretch.start * bins, stretch.end * bins);
}

/** A mask is never wider than what it lies on, which torchaudio leaves undefined. */
function drawMask(
  widest: number,
  size: number,
  next: () => number,
): { readonly start: number; readonly end: number } {
  const width = next() * Math.min(widest, size);
  const start = Math.floor(next() * (size - width));
  return { start, end: start + Math.floor(width) };
}
