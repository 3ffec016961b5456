import { growTo } from './assemble.ts';
import { resampleKernel, together } from './resample-kernel.ts';

/*
 * Change of rate by a polyphase filter: a sinc cut off below half of the lower rate, under a Kaiser window. The parameters
 * are those of `sinc_interp_kaiser` that torchaudio recommends as "kaiser_best" (they come from resampy); sums are float64.
 *
 * Measured at 16 kHz from 22.05, 44.1 and 48 kHz: flat within 0.001 dB up to 7.0 kHz (-0.03 dB at 7.2, -1 dB at 7.4, -6 dB at
 * 7.58); tones above 8.1 kHz are 100 dB down, above 8.2 kHz 145 dB, where float32 ends. Between 8.0 and 8.1 kHz, 60 to
 * 100 dB. From 8 kHz: flat up to 3.5 kHz, -1 dB at 3.7, -6 dB at 3.79.
 */
const zeroCrossings = 64;
const rolloff = 0.9475937167399596;
const beta = 14.769656459379492;

/** Values of a recording that are laid out at a time, about: what is made of them stays in a cache. */
const stretch = 2 ** 14;

/** Coefficients of all phases are kept up to this many; more are made again for each recording. */
const keptCoefficients = 2 ** 20;

/**
 * A recording at another rate: ceil(length * to / from) values, with silence before and after the recording.
 *
 * @param from values per second, a positive integer
 * @param to the same
 */
export function resample(wave: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return wave;
  const filter = filterOf(from, to);
  const { phases, stride, block } = filter;
  const result = new Float32Array(Math.ceil((wave.length * phases) / stride));
  for (let first = 0; first * phases < result.length; first += block) {
    resampleBlock(filter, wave, first, result);
  }
  return result;
}

interface Filter {
  /** Rates without their common divisor: output value j lies at input value j * stride / phases. */
  readonly phases: number;
  readonly stride: number;
  /** How many input values before and after its place an output value is made of. */
  readonly reach: number;
  readonly taps: (phase: number) => Taps;
  /** Values of each phase that are made of one stretch of the recording. */
  readonly block: number;
  /** A stretch lies in the kernel's memory as rows: every `stride`th value from its first, second, third on. */
  readonly rowLength: number;
}

/** What one phase is made with: weights, and the bytes from the first row to the input of each. */
interface Taps {
  readonly weights: Float64Array;
  readonly offsets: Int32Array;
}

const filters = new Map<string, Filter>();

function filterOf(from: number, to: number): Filter {
  const key = `${from}:${to}`;
  const known = filters.get(key);
  if (known !== undefined) return known;
  if (!isRate(from) || !isRate(to)) throw new RangeError(`${from} to ${to} values a second`);
  const filter = designFilter(from, to);
  filters.set(key, filter);
  return filter;
}

function isRate(rate: number): boolean {
  return Number.isInteger(rate) && rate > 0;
}

function designFilter(from: number, to: number): Filter {
  const divisor = greatestDivisor(from, to);
  const [stride, phases] = [from / divisor, to / divisor];
  /** Twice the cut-off, per input value. */
  const cutOff = (Math.min(stride, phases) * rolloff) / stride;
  const reach = Math.ceil(zeroCrossings / cutOff);
  const count = 2 * reach + 2;
  const block = Math.max(together, Math.floor(stretch / stride / together) * together);
  const rowLength = block + Math.ceil((stride + count) / stride);
  const make = (phase: number): Taps => {
    const place = (phase * stride) / phases;
    const start = Math.floor(place);
    const weights = Float64Array.from(
      { length: count },
      (_, tap) => kernel((start - reach + tap - place) * cutOff) * cutOff,
    );
    // A stretch begins `reach` values before the place of its first output.
    const offsets = Int32Array.from({ length: count }, (_, tap) => {
      const at = start + tap;
      return ((at % stride) * rowLength + Math.floor(at / stride)) * 8;
    });
    return { weights, offsets };
  };
  const filter = { phases, stride, reach, block, rowLength };
  if (phases * count > keptCoefficients) return { ...filter, taps: make };
  const kept: Taps[] = [];
  return { ...filter, taps: (phase) => (kept[phase] ??= make(phase)) };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** The windowed sinc at `x` zero crossings from its middle. */
function kernel(x: number): number {
  if (Math.abs(x) >= zeroCrossings) return 0;
  const window = bessel(beta * Math.sqrt(1 - (x / zeroCrossings) ** 2)) / highest;
  return x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
}

/** What the window is divided by, so that it is 1 in the middle. */
const highest = bessel(beta);

/** The modified Bessel function of the first kind and order 0, by its power series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/** The values from number `first` on of every phase, as many as a block has. */
function resampleBlock(filter: Filter, wave: Float32Array, first: number, result: Float32Array): void {
  const { phases, block } = filter;
  const { at, memory } = layOut(filter);
  writeRows(filter, wave, first, new Float64Array(memory, at.data, filter.stride * filter.rowLength));
  const made = new Float32Array(memory, at.made, block);
  for (let phase = 0; phase < phases; phase++) {
    const from = phase + first * phases;
    const count = Math.min(block, Math.ceil((result.length - from) / phases));
    if (count <= 0) return;
    const { weights, offsets } = filter.taps(phase);
    new Float64Array(memory, at.weights).set(weights);
    new Int32Array(memory, at.offsets).set(offsets);
    const last = at.made + Math.ceil(count / together) * together * 4;
    resampleKernel.weigh(at.offsets, at.weights, at.weights + weights.byteLength, at.data, at.made, last);
    for (let one = 0; one < count; one++) result[from + one * phases] = made[one] as number;
  }
}

/** Addresses in the kernel's memory, which grows where it must. */
function layOut({ reach, stride, rowLength, block }: Filter) {
  const count = 2 * reach + 2;
  const data = count * 8;
  const made = data + stride * rowLength * 8;
  const offsets = made + block * 4;
  growTo(resampleKernel, offsets + count * 4);
  return { at: { weights: 0, data, made, offsets }, memory: resampleKernel.memory.buffer };
}

/** The stretch of the recording that a block is made of, with silence beyond its ends. */
function writeRows(
  { stride, reach, rowLength }: Filter,
  wave: Float32Array,
  first: number,
  rows: Float64Array,
): void {
  const start = first * stride - reach;
  for (let row = 0; row < stride; row++) {
    const [base, place] = [row * rowLength, start + row];
    const silent = place < 0 ? Math.min(rowLength, Math.ceil(-place / stride)) : 0;
    const end = Math.max(silent, Math.min(rowLength, Math.ceil((wave.length - place) / stride)));
    rows.fill(0, base, base + silent);
    for (let at = silent; at < end; at++) rows[base + at] = wave[place + at * stride] as number;
    rows.fill(0, base + end, base + rowLength);
  }
}
