import { powerSpectrum } from './fourier.ts';

/*
 * Log-mel spectrograms as torchaudio.compliance.kaldi.fbank makes them for the Audio Spectrogram Transformer: HTK
 * compatible, Hann window, no dither, no energy, of 16,000 values a second.
 */

/** Values per second that the spectrogram is defined for. */
export const soundRate = 16_000;

const frameLength = 400;
const frameShift = 160;
/** The longest run that both frames and shifts are made of. */
const runLength = 80;
const fourierSize = 512;
const preemphasis = 0.97;
const lowestHertz = 20;
const highestHertz = soundRate / 2;
/** The distance of float32 values at 1: what silence counts as. */
const smallestEnergy = 1.1920928955078125e-7;

/** How values are normalised: (x - mean) / (factor * std). */
const norms = {
  ast: { mean: -4.2677393, std: 4.5689974, factor: 2 },
  'ks-ogm': { mean: -4.503877, std: 5.141276, factor: 2 },
  cavmae: { mean: -5.081, std: 4.4849, factor: 1 },
} as const;

/** The constants that a spectrogram is normalised with, by where they come from. */
export type MelNorm = keyof typeof norms;

/** Frames of a sound of `length` values: only whole ones; a sound shorter than a frame has one. */
export function melFrames(length: number): number {
  return 1 + Math.floor(Math.max(0, length - frameLength) / frameShift);
}

/**
 * The log-mel spectrogram [frames, bins] of a sound: 25 ms frames every 10 ms, powers in `bins` triangles that are
 * equally wide in mel from 20 to 8000 Hz, natural logarithm.
 *
 * @param wave one channel at 16 kHz in [-1, 1]; one shorter than a frame is freed of its mean and padded with zeros.
 * Longer ones need not be: each frame loses its own mean.
 */
export function logMel(wave: Float32Array, { bins }: { readonly bins: number }): Float32Array {
  const plan = planOf(bins);
  const sound = wave.length < frameLength ? padded(wave) : wave;
  const frames = melFrames(sound.length);
  const sums = runSums(sound);
  const mel = new Float32Array(frames * bins);
  for (let frame = 0; frame < frames; frame++) {
    windowFrame(sound, frame * frameShift, meanOfFrame(sums, frame), plan.window, plan.spectrum.input);
    plan.spectrum.transform();
    sumTriangles(plan, mel, frame * bins);
  }
  return mel;
}

/** The size that a spectrogram is brought to, and the constants that it is normalised with. */
export interface MelShape {
  readonly bins: number;
  readonly frames: number;
  readonly norm: MelNorm;
}

/**
 * A spectrogram as the encoder takes it, [frames, bins]: padded with zeros or cut at its end, then normalised, so that
 * padding is not 0 but `padValue`.
 */
export function padAndNormalise(mel: Float32Array, { bins, frames, norm }: MelShape): Float32Array {
  const { mean, std, factor } = norms[norm];
  const scale = 1 / (factor * std);
  const values = new Float32Array(frames * bins).fill(padValue(norm));
  const length = Math.min(values.length, mel.length);
  for (let at = 0; at < length; at++) values[at] = ((mel[at] as number) - mean) * scale;
  return values;
}

/** What a 0 of the spectrogram is after normalisation: the value of padding and of masks. */
export function padValue(norm: MelNorm): number {
  const { mean, std, factor } = norms[norm];
  return -mean / (factor * std);
}

/** What depends on nothing but the number of bins, and the buffers of one transform. */
interface MelPlan {
  readonly window: Float64Array;
  readonly spectrum: ReturnType<typeof powerSpectrum>;
  /** The first bin of the spectrum above the lowest frequency; then peak and part of the way to the next, by bin. */
  readonly firstBin: number;
  readonly peaks: Int32Array;
  readonly rises: Float64Array;
  /** Sums for one frame, [bins + 2]: the first and the last are the ends, which have no triangle. */
  readonly energies: Float64Array;
}

const plans = new Map<number, MelPlan>();

function planOf(bins: number): MelPlan {
  const known = plans.get(bins);
  if (known !== undefined) return known;
  if (!Number.isInteger(bins) || bins < 1) throw new RangeError(`a spectrogram of ${bins} bins`);
  const plan = {
    // Symmetric Hann; a periodic one would divide by 400.
    window: Float64Array.from(
      { length: frameLength },
      (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / (frameLength - 1)),
    ),
    spectrum: powerSpectrum(fourierSize),
    ...melTriangles(bins),
    energies: new Float64Array(bins + 2),
  };
  plans.set(bins, plan);
  return plan;
}

function toMel(hertz: number): number {
  return 1127 * Math.log(1 + hertz / 700);
}

/**
 * Under which triangles each bin of the spectrum lies. Their sides are straight in mel and each begins where its
 * neighbour peaks, so a bin that lies a part `rise` of the way from peak `peaks` (of `bins + 2` with both ends) to the
 * next gives that part to the next and the rest to this one. The Nyquist bin would give nothing.
 */
function melTriangles(bins: number): Pick<MelPlan, 'firstBin' | 'peaks' | 'rises'> {
  const lowest = toMel(lowestHertz);
  const step = (toMel(highestHertz) - lowest) / (bins + 1);
  const places = Array.from(
    { length: fourierSize / 2 },
    (_, bin) => (toMel((bin * soundRate) / fourierSize) - lowest) / step,
  );
  return {
    firstBin: places.findIndex((place) => place > 0),
    peaks: Int32Array.from(places, Math.floor),
    rises: Float64Array.from(places, (place) => place - Math.floor(place)),
  };
}

function padded(wave: Float32Array): Float32Array {
  const mean = wave.reduce((sum, value) => sum + value, 0) / wave.length;
  const sound = new Float32Array(frameLength);
  for (let at = 0; at < wave.length; at++) sound[at] = (wave[at] as number) - mean;
  return sound;
}

/** Sums of consecutive runs of 80 values: every frame is five of them, so that no value is added up twice. */
function runSums(wave: Float32Array): Float64Array {
  const sums = new Float64Array(Math.floor(wave.length / runLength));
  for (let run = 0, at = 0; run < sums.length; run++) {
    let sum = 0;
    for (const end = at + runLength; at < end; at++) sum += wave[at] as number;
    sums[run] = sum;
  }
  return sums;
}

function meanOfFrame(sums: Float64Array, frame: number): number {
  const first = (frame * frameShift) / runLength;
  let sum = 0;
  for (let run = first; run < first + frameLength / runLength; run++) sum += sums[run] as number;
  return sum / frameLength;
}

/**
 * Mean removal, pre-emphasis and window in one pass; the rest of `input` is zeros. The frame's first value needs no
 * pre-emphasis, as the window makes it 0.
 */
function windowFrame(
  wave: Float32Array,
  start: number,
  mean: number,
  window: Float64Array,
  input: Float64Array,
): void {
  const shift = (1 - preemphasis) * mean;
  let before = wave[start] as number;
  input[0] = 0;
  for (let at = 1; at < frameLength; at++) {
    const value = wave[start + at] as number;
    input[at] = (value - preemphasis * before - shift) * (window[at] as number);
    before = value;
  }
  input.fill(0, frameLength);
}

/** Adds up the powers under each triangle, and writes their logarithms to a row of `mel`. */
function sumTriangles(
  { spectrum, firstBin, peaks, rises, energies }: MelPlan,
  mel: Float32Array,
  row: number,
) {
  const { power } = spectrum;
  energies.fill(0);
  for (let bin = firstBin; bin < power.length; bin++) {
    const peak = peaks[bin] as number;
    const given = power[bin] as number;
    const up = given * (rises[bin] as number);
    energies[peak] = (energies[peak] as number) + given - up;
    energies[peak + 1] = (energies[peak + 1] as number) + up;
  }
  for (let filter = 0; filter < energies.length - 2; filter++) {
    mel[row + filter] = Math.log(Math.max(energies[filter + 1] as number, smallestEnergy));
  }
}
