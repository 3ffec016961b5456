/** Colours from low to high, close to matplotlib's viridis: readable in grey and by the colour-blind. */
const scale = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
] as const;

/**
 * A spectrogram [frames, bins] as a picture [bins, frames, 3] of 8-bit colours: time to the right, pitch upwards, its
 * lowest value darkest and its highest brightest.
 */
export function drawSpectrogram(
  values: Float32Array,
  { frames, bins }: { readonly frames: number; readonly bins: number },
): Uint8Array {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const range = high > low ? high - low : 1;
  const pixels = new Uint8Array(frames * bins * 3);
  for (let bin = 0; bin < bins; bin += 1) {
    for (let frame = 0; frame < frames; frame += 1) {
      const share = ((values[frame * bins + (bins - 1 - bin)] ?? low) - low) / range;
      pixels.set(colourOf(share), (bin * frames + frame) * 3);
    }
  }
  return pixels;
}

/** The colour at a share of the scale, 0 to 1. */
function colourOf(share: number): number[] {
  const place = share * (scale.length - 1);
  const below = Math.min(Math.floor(place), scale.length - 2);
  const [from, to] = [scale[below], scale[below + 1]];
  return [0, 1, 2].map((channel) => {
    const [a, b] = [from?.[channel] ?? 0, to?.[channel] ?? 0];
    return Math.round(a + (b - a) * (place - below));
  });
}
