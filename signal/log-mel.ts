import { powerSpectrum } from './fourier.ts';
import { type Logarithms, logarithmsOf } from './logarithms.ts';
import { windowingBy } from './windowing.ts';

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

const { input, power, transform } = powerSpectrum(fourierSize);
/** By a symmetric Hann window; a periodic one would divide by 400. It makes a frame's first value 0. */
const windowing = windowingBy(
  Float64Array.from(
    { length: frameLength },
    (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / (frameLength - 1)),
  ),
  preemphasis,
);

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
    windowFrame(sound, frame * frameShift, meanOfFrame(sums, frame));
    transform();
    sumTriangles(plan);
    plan.logarithms.take();
    mel.set(plan.row, frame * bins);
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
  const values = new Float32Array(frames * bins);
  const length = Math.min(values.length, mel.length);
  for (let at = 0; at < length; at++) values[at] = ((mel[at] as number) - mean) * scale;
  return values.fill(padValue(norm), length);
}

/** What a 0 of the spectrogram is after normalisation: the value of padding and of masks. */
export function padValue(norm: MelNorm): number {
  const { mean, std, factor } = norms[norm];
  return -mean / (factor * std);
}

/** What depends on nothing but the number of bins, and the buffers of one frame. */
interface MelPlan {
  /** The first bin of the spectrum above the lowest frequency; then peak and part of the way to the next, by bin. */
  readonly firstBin: number;
  readonly peaks: Int32Array;
  readonly rises: Float64Array;
  /** Of the sums for one frame, [bins + 2]: the first and the last are the ends, which have no triangle. */
  readonly logarithms: Logarithms;
  /** The part of their output that has triangles. */
  readonly row: Float32Array;
}

const plans = new Map<number, MelPlan>();

function planOf(bins: number): MelPlan {
  const known = plans.get(bins);
  if (known !== undefined) return known;
  if (!Number.isInteger(bins) || bins < 1) throw new RangeError(`a spectrogram of ${bins} bins`);
  const logarithms = logarithmsOf(bins + 2, smallestEnergy);
  const plan = {
    ...melTriangles(bins),
    logarithms,
    row: logarithms.output.subarray(1, bins + 1),
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

/** Mean removal, pre-emphasis and window, into the transform's `input`, whose rest is zeros. */
function windowFrame(wave: Float32Array, start: number, mean: number): void {
  windowing.input.set(wave.subarray(start, start + frameLength));
  windowing.apply((1 - preemphasis) * mean);
  input.set(windowing.output);
  input.fill(0, frameLength);
}

/** Adds up the powers under each triangle. */
function sumTriangles({ firstBin, peaks, rises, logarithms }: MelPlan): void {
  const energies = logarithms.input;
  energies.fill(0);
  for (let bin = firstBin; bin < power.length; bin++) {
    const peak = peaks[bin] as number;
    const given = power[bin] as number;
    const up = given * (rises[bin] as number);
    energies[peak] = (energies[peak] as number) + given - up;
    energies[peak + 1] = (energies[peak + 1] as number) + up;
  }
}
