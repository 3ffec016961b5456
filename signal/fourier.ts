/** A transform with its buffers: put a frame into `input`, call `transform`, read `power`. */
export interface PowerSpectrum {
  /** The frame to transform, `size` real values; the transform leaves something else in it. */
  readonly input: Float64Array;
  /** |X_k|^2 for k = 1 .. size/2 - 1; the entry at 0 stays 0. */
  readonly power: Float64Array;
  readonly transform: () => void;
}

/**
 * The power spectrum of real frames of `size` values, in float64. Even and odd values are one complex sequence of half
 * the length, which is transformed in radix 4 (decimation in frequency; Cooley and Tukey 1965) and taken apart by the
 * symmetry of real input. `size` is 2 * 4^k, as 512 is; another one throws a RangeError.
 */
export function powerSpectrum(size: number): PowerSpectrum {
  const half = size / 2;
  const stages = Math.round(Math.log2(half) / 2);
  if (4 ** stages !== half || stages < 1)
    throw new RangeError(`a transform of ${size} values: not 2 * 4^k with k >= 1`);
  const input = new Float64Array(size);
  const power = new Float64Array(half);
  const twiddles = Array.from({ length: stages - 1 }, (_, stage) => twiddlesOf(half / 4 ** stage));
  const unpack = unpackingOf(size, stages);
  const transform = () => {
    let length = half;
    for (const table of twiddles) {
      butterflies(input, length, table);
      length /= 4;
    }
    lastButterflies(input);
    unpackPower(input, unpack, power);
  };
  return { input, power, transform };
}

/** Per butterfly of a block of `length` values: cosine and sine of its three angles, [length / 4, 6]. */
function twiddlesOf(length: number): Float64Array {
  const table = new Float64Array((length / 4) * 6);
  for (let at = 0; at < length / 4; at++) {
    for (let power = 1; power <= 3; power++) {
      const angle = (-2 * Math.PI * at * power) / length;
      table[at * 6 + power * 2 - 2] = Math.cos(angle);
      table[at * 6 + power * 2 - 1] = Math.sin(angle);
    }
  }
  return table;
}

/** One stage over all blocks of `length` complex values, in place; block after block for one set of factors. */
function butterflies(data: Float64Array, length: number, table: Float64Array): void {
  const step = length / 2;
  for (let at = 0, t = 0; at < length / 4; at++, t += 6) {
    const w1Re = table[t] as number;
    const w1Im = table[t + 1] as number;
    const w2Re = table[t + 2] as number;
    const w2Im = table[t + 3] as number;
    const w3Re = table[t + 4] as number;
    const w3Im = table[t + 5] as number;
    for (let a = at * 2; a < data.length; a += length * 2) {
      const b = a + step;
      const c = b + step;
      const d = c + step;
      const aRe = data[a] as number;
      const aIm = data[a + 1] as number;
      const bRe = data[b] as number;
      const bIm = data[b + 1] as number;
      const cRe = data[c] as number;
      const cIm = data[c + 1] as number;
      const dRe = data[d] as number;
      const dIm = data[d + 1] as number;
      const sumRe = aRe + cRe;
      const sumIm = aIm + cIm;
      const diffRe = aRe - cRe;
      const diffIm = aIm - cIm;
      const oddRe = bRe + dRe;
      const oddIm = bIm + dIm;
      // -i (b - d)
      const turnRe = bIm - dIm;
      const turnIm = dRe - bRe;
      data[a] = sumRe + oddRe;
      data[a + 1] = sumIm + oddIm;
      const oneRe = diffRe + turnRe;
      const oneIm = diffIm + turnIm;
      data[b] = oneRe * w1Re - oneIm * w1Im;
      data[b + 1] = oneRe * w1Im + oneIm * w1Re;
      const twoRe = sumRe - oddRe;
      const twoIm = sumIm - oddIm;
      data[c] = twoRe * w2Re - twoIm * w2Im;
      data[c + 1] = twoRe * w2Im + twoIm * w2Re;
      const threeRe = diffRe - turnRe;
      const threeIm = diffIm - turnIm;
      data[d] = threeRe * w3Re - threeIm * w3Im;
      data[d + 1] = threeRe * w3Im + threeIm * w3Re;
    }
  }
}

/** The last stage, whose factors are all 1. */
function lastButterflies(data: Float64Array): void {
  for (let at = 0; at < data.length; at += 8) {
    const aRe = data[at] as number;
    const aIm = data[at + 1] as number;
    const bRe = data[at + 2] as number;
    const bIm = data[at + 3] as number;
    const cRe = data[at + 4] as number;
    const cIm = data[at + 5] as number;
    const dRe = data[at + 6] as number;
    const dIm = data[at + 7] as number;
    const sumRe = aRe + cRe;
    const sumIm = aIm + cIm;
    const diffRe = aRe - cRe;
    const diffIm = aIm - cIm;
    const oddRe = bRe + dRe;
    const oddIm = bIm + dIm;
    const turnRe = bIm - dIm;
    const turnIm = dRe - bRe;
    data[at] = sumRe + oddRe;
    data[at + 1] = sumIm + oddIm;
    data[at + 2] = diffRe + turnRe;
    data[at + 3] = diffIm + turnIm;
    data[at + 4] = sumRe - oddRe;
    data[at + 5] = sumIm - oddIm;
    data[at + 6] = diffRe - turnRe;
    data[at + 7] = diffIm - turnIm;
  }
}

/** Where bins k and size/2 - k lie after the stages, and the factor that joins them. */
interface Unpacking {
  readonly places: Int32Array;
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

function unpackingOf(size: number, stages: number): Unpacking {
  const half = size / 2;
  return {
    places: Int32Array.from({ length: half }, (_, bin) => 2 * reversedDigits(bin, stages)),
    cosines: Float64Array.from({ length: half }, (_, bin) => Math.cos((-2 * Math.PI * bin) / size)),
    sines: Float64Array.from({ length: half }, (_, bin) => Math.sin((-2 * Math.PI * bin) / size)),
  };
}

/** Decimation in frequency leaves bin k at the place whose base-4 digits are those of k backwards. */
function reversedDigits(bin: number, digits: number): number {
  let reversed = 0;
  for (let digit = 0, rest = bin; digit < digits; digit++, rest >>= 2) reversed = reversed * 4 + (rest & 3);
  return reversed;
}

/** X_k = E_k + e^(-2 pi i k / size) O_k, where E and O are the transforms of the even and the odd values. */
function unpackPower(data: Float64Array, { places, cosines, sines }: Unpacking, power: Float64Array): void {
  const half = power.length;
  for (let bin = 1; bin <= half / 2; bin++) {
    const p = places[bin] as number;
    const q = places[half - bin] as number;
    const pRe = data[p] as number;
    const pIm = data[p + 1] as number;
    const qRe = data[q] as number;
    const qIm = data[q + 1] as number;
    const evenRe = pRe + qRe;
    const evenIm = pIm - qIm;
    const oddRe = pIm + qIm;
    const oddIm = qRe - pRe;
    const cosine = cosines[bin] as number;
    const sine = sines[bin] as number;
    const turnedRe = oddRe * cosine - oddIm * sine;
    const turnedIm = oddRe * sine + oddIm * cosine;
    const re = evenRe + turnedRe;
    const im = evenIm + turnedIm;
    const mirrorRe = evenRe - turnedRe;
    const mirrorIm = evenIm - turnedIm;
    power[bin] = (re * re + im * im) / 4;
    power[half - bin] = (mirrorRe * mirrorRe + mirrorIm * mirrorIm) / 4;
  }
}
