import { fourierKernel } from './fourier-kernel.ts';

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
  const lengths = Array.from({ length: stages - 1 }, (_, stage) => half / 4 ** stage);
  const tables = [...lengths.map(stageFactors), halfFactors(size)];
  const data = 0;
  const power = data + size * 8;
  const places = power + half * 8;
  const factors = addressesFrom(places + half * 4, tables);
  const kernel = fourierKernel(factors.at(-1) as number);
  const { buffer } = kernel.memory;
  new Int32Array(buffer, places, half).set(addressesOfPairs(half, stages, data));
  tables.forEach((table, index) => {
    new Float64Array(buffer, factors[index], table.length).set(table);
  });
  const transform = () => {
    lengths.forEach((length, stage) => {
      kernel.butterflies(data, power, length * 16, factors[stage] as number);
    });
    kernel.lastButterflies(data, power);
    const [start = 0, end = 0] = factors.slice(-2);
    kernel.powers(places, start, end, power + 8, places - 8);
  };
  return {
    input: new Float64Array(buffer, data, size),
    power: new Float64Array(buffer, power, half),
    transform,
  };
}

/** Addresses of tables that lie one after the other, the first at `start`; the last address is their end. */
function addressesFrom(start: number, tables: readonly (readonly number[])[]): number[] {
  const addresses = [start];
  let end = start;
  for (const table of tables) {
    end += table.length * 8;
    addresses.push(end);
  }
  return addresses;
}

/** e^(i angle) as the kernel takes it. */
function factor(angle: number): readonly number[] {
  const [re, im] = [Math.cos(angle), Math.sin(angle)];
  return [re, re, -im, im];
}

/** The three factors of each place of a block's first quarter. */
function stageFactors(length: number): readonly number[] {
  return Array.from({ length: length / 4 }, (_, at) =>
    [1, 2, 3].flatMap((power) => factor((-2 * Math.PI * at * power) / length)),
  ).flat();
}

/** The factors of bins 1 to size/4. */
function halfFactors(size: number): readonly number[] {
  return Array.from({ length: size / 4 }, (_, at) => factor((-2 * Math.PI * (at + 1)) / size)).flat();
}

/** Addresses of bins k and half - k after the stages, k from 1 to half/2. */
function addressesOfPairs(half: number, stages: number, data: number): readonly number[] {
  return Array.from({ length: half / 2 }, (_, at) =>
    [at + 1, half - at - 1].map((bin) => data + 16 * reversedDigits(bin, stages)),
  ).flat();
}

/** Decimation in frequency leaves bin k at the place whose base-4 digits are those of k backwards. */
function reversedDigits(bin: number, digits: number): number {
  let reversed = 0;
  for (let digit = 0, rest = bin; digit < digits; digit++, rest >>= 2) reversed = reversed * 4 + (rest & 3);
  return reversed;
}
