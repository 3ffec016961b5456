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
  const { phases, stride, reach } = filter;
  const result = new Float32Array(Math.ceil((wave.length * phases) / stride));
  const input = new Float64Array(wave.length + 2 * reach + (together + 1) * stride);
  input.set(wave, reach);
  for (let phase = 0; phase < Math.min(phases, result.length); phase++)
    filterPhase(filter, phase, input, result);
  return result;
}

interface Filter {
  /** Rates without their common divisor: output value j lies at input value j * stride / phases. */
  readonly phases: number;
  readonly stride: number;
  /** How many input values before and after its place an output value is made of. */
  readonly reach: number;
  readonly coefficients: (phase: number) => Float64Array;
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
  const make = (phase: number) => {
    const place = (phase * stride) / phases;
    const first = Math.floor(place) - reach;
    return Float64Array.from(
      { length: 2 * reach + 2 },
      (_, tap) => kernel((first + tap - place) * cutOff) * cutOff,
    );
  };
  if (phases * (2 * reach + 2) > keptCoefficients) return { phases, stride, reach, coefficients: make };
  const kept: Float64Array[] = [];
  return { phases, stride, reach, coefficients: (phase) => (kept[phase] ??= make(phase)) };
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

/** Output values that are made at once, so that each coefficient is fetched once for all of them. */
const together = 4;

/** All output values of one phase. */
function filterPhase(filter: Filter, phase: number, input: Float64Array, result: Float32Array): void {
  const { phases, stride } = filter;
  const taps = filter.coefficients(phase);
  const sums = new Float64Array(together);
  const addUp = stride === 1 ? addUpNeighbours : addUpApart(stride);
  // Place 0 of `input` is `reach` values before the recording, where the first tap of phase 0 lies.
  let start = Math.floor((phase * stride) / phases);
  for (let at = phase; at < result.length; at += together * phases, start += together * stride) {
    addUp(taps, input, start, sums);
    for (let one = 0; one < together && at + one * phases < result.length; one++) {
      result[at + one * phases] = sums[one] as number;
    }
  }
}

type AddUp = (taps: Float64Array, input: Float64Array, start: number, sums: Float64Array) => void;

/** Four outputs that lie `stride` input values apart. */
function addUpApart(stride: number): AddUp {
  return (taps, input, start, sums) => {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let tap = 0, place = start; tap < taps.length; tap++, place++) {
      const weight = taps[tap] as number;
      a += weight * (input[place] as number);
      b += weight * (input[place + stride] as number);
      c += weight * (input[place + 2 * stride] as number);
      d += weight * (input[place + 3 * stride] as number);
    }
    store(sums, a, b, c, d);
  };
}

/** Four outputs that lie one input value apart: three of the four values are those of the tap before. */
function addUpNeighbours(taps: Float64Array, input: Float64Array, start: number, sums: Float64Array): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  let first = input[start] as number;
  let second = input[start + 1] as number;
  let third = input[start + 2] as number;
  for (let tap = 0, place = start + 3; tap < taps.length; tap++, place++) {
    const weight = taps[tap] as number;
    const fourth = input[place] as number;
    a += weight * first;
    b += weight * second;
    c += weight * third;
    d += weight * fourth;
    first = second;
    second = third;
    third = fourth;
  }
  store(sums, a, b, c, d);
}

function store(sums: Float64Array, a: number, b: number, c: number, d: number): void {
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
}
