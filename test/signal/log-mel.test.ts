import { describe, expect, test } from 'vitest';
import { powerSpectrum } from '../../signal/fourier.ts';
import { logMel, type MelNorm, melFrames, padAndNormalise, padValue } from '../../signal/log-mel.ts';
import { readTensor } from '../../tensor/safetensors.ts';

const vectors = new URL('../vectors/sound/log-mel.safetensors', import.meta.url).pathname;
const silence = -15.942385;

async function vector(name: string): Promise<Float32Array> {
  return Float32Array.from((await readTensor(vectors, name)).data);
}

/** Two tones and noise, the specification's example. */
function formula(length: number): Float32Array {
  let state = 12345;
  return Float32Array.from({ length }, (_, n) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const tones =
      0.5 * Math.sin((2 * Math.PI * 440 * n) / 16000) + 0.25 * Math.sin((2 * Math.PI * 1234.5 * n) / 16000);
    return tones + 0.1 * (state / 2 ** 32 - 0.5);
  });
}

function worst(values: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(values.length).toBe(expected.length);
  return Array.from(expected).reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (values[at] as number))),
    0,
  );
}

describe('the log-mel spectrogram', () => {
  const wave = formula(16000);
  const mel = logMel(wave, { bins: 128 });

  test('is made from the sound that the specification means', () => {
    expect(worst(wave.subarray(0, 3), [-0.04795973, 0.15412432, 0.37984574])).toBeLessThan(1e-7);
    expect(mel).toHaveLength(98 * 128);
  });

  test.each([
    [0, 0, -8.775756],
    [0, 10, -5.987338],
    [0, 64, -4.824354],
    [0, 127, 1.471333],
    [50, 0, -8.283556],
    [50, 20, -0.313845],
    [50, 21, 3.077471],
    [50, 100, 0.197173],
    [97, 0, -10.308306],
    [97, 127, 0.951874],
  ])('has at frame %i and bin %i the specified %f', (frame, bin, value) => {
    expect(Math.abs((mel[frame * 128 + bin] as number) - value)).toBeLessThan(1e-3);
  });

  test('has the specified mean and maximum', () => {
    expect(Math.abs(mel.reduce((sum, value) => sum + value, 0) / mel.length + 2.49774)).toBeLessThan(1e-4);
    expect(Math.abs(mel.reduce((most, value) => Math.max(most, value)) - 4.944728)).toBeLessThan(1e-4);
  });

  test.each([
    [0, 0, -0.493326],
    [50, 20, 0.432687],
    [500, 5, 0.467032],
  ])("is at frame %i and bin %i what AST's feature extractor says, %f", (frame, bin, value) => {
    const values = padAndNormalise(mel, { bins: 128, frames: 1024, norm: 'ast' });
    expect(values).toHaveLength(1024 * 128);
    expect(Math.abs((values[frame * 128 + bin] as number) - value)).toBeLessThan(2e-4);
  });

  test.each(['0', '1'])('of sound %s equals torchaudio', async (name) => {
    const made = logMel(await vector(`${name}.waveform`), { bins: 128 });
    const expected = await vector(`${name}.fbank`);
    // The reference transforms in float32. 87 dB below the loudest bin of a frame that is noise, and not ours to match.
    const isNoise = (at: number) => {
      const frame = expected.subarray(at - (at % 128), at - (at % 128) + 128);
      return (expected[at] as number) < Math.max(...frame) - 20;
    };
    const [clear, quiet] = [false, true].map((noise) => {
      const places = [...expected.keys()].filter((at) => isNoise(at) === noise);
      return worst(
        places.map((at) => made[at] as number),
        places.map((at) => expected[at] as number),
      );
    });
    expect(clear).toBeLessThan(1e-3);
    expect(quiet).toBeLessThan(2e-3);
  });

  test.each([32, 64])('of %i bins equals torchaudio', async (bins) => {
    const made = logMel(await vector('1.waveform'), { bins });
    expect(worst(made, await vector(`1.fbank.${bins}`))).toBeLessThan(1e-3);
  });

  test("of a stored sound is what AST's feature extractor gives", async () => {
    const made = logMel(await vector('1.waveform'), { bins: 128 });
    const values = padAndNormalise(made, { bins: 128, frames: 1024, norm: 'ast' });
    // Stored as float16: half of its last digit for values up to 2, besides the tolerance.
    expect(worst(values.subarray(0, 128 * 128), await vector('1.input_values'))).toBeLessThan(
      2e-4 + 2 ** -11,
    );
  });

  test('equals the definition, transformed without any shortcut', () => {
    const tone = formula(720);
    expect(worst(logMel(tone, { bins: 128 }), byDefinition(tone, 128))).toBeLessThan(1e-6);
    expect(worst(logMel(tone, { bins: 23 }), byDefinition(tone, 23))).toBeLessThan(1e-6);
  });

  test('has a filter that covers no frequency of the spectrum, which is always silent', () => {
    expect(
      weightsByDefinition(128)
        .flat()
        .filter((weight) => weight > 0),
    ).toHaveLength(504);
    const third = mel.filter((_, at) => at % 128 === 3);
    const fourth = mel.filter((_, at) => at % 128 === 4);
    expect(worst(third, new Float32Array(98).fill(silence))).toBeLessThan(1e-6);
    expect(fourth.every((value) => value > silence + 1)).toBe(true);
    const normalised = padAndNormalise(mel, { bins: 128, frames: 98, norm: 'ast' });
    expect(normalised[3]).toBeCloseTo(-1.2775938, 6);
  });

  test.each([
    ['silence', () => 0],
    ['a constant', () => 0.7],
  ])('of %s is the smallest value everywhere', (_, value) => {
    const quiet = logMel(Float32Array.from({ length: 4000 }, value), { bins: 128 });
    expect(worst(quiet, new Float32Array(23 * 128).fill(silence))).toBeLessThan(1e-6);
  });

  test.each([
    [0, 1],
    [1, 1],
    [399, 1],
    [400, 1],
    [559, 1],
    [560, 2],
    [16000, 98],
    [160000, 998],
    [164751, 1028],
  ])('of %i values has %i frames', (length, frames) => {
    expect(melFrames(length)).toBe(frames);
    if (length < 20000) expect(logMel(new Float32Array(length), { bins: 8 })).toHaveLength(frames * 8);
  });

  test('of a sound shorter than a frame is that of the sound without its mean, then zeros', () => {
    const short = formula(300).map((value) => value + 0.5);
    const mean = short.reduce((sum, value) => sum + value, 0) / 300;
    const whole = new Float32Array(400);
    whole.set(short.map((value) => value - mean));
    expect(worst(logMel(short, { bins: 128 }), logMel(whole, { bins: 128 }))).toBeLessThan(1e-5);
  });

  test('does not depend on what was transformed before', () => {
    logMel(formula(8000).reverse(), { bins: 128 });
    expect(logMel(wave, { bins: 128 })).toEqual(mel);
  });

  test.each([0, -1, 2.5])('of %d bins does not exist', (bins) => {
    expect(() => logMel(wave, { bins })).toThrow(RangeError);
  });
});

describe('a spectrogram for the encoder', () => {
  test.each<[MelNorm, number]>([
    ['ast', 0.46703237],
    ['ks-ogm', 4.503877 / 2 / 5.141276],
    ['cavmae', 5.081 / 4.4849],
  ])('with the constants of %s is padded with %f', (norm, value) => {
    expect(padValue(norm)).toBeCloseTo(value, 7);
    const values = padAndNormalise(Float32Array.of(0, 1), { bins: 2, frames: 3, norm });
    expect(values[0]).toBeCloseTo(value, 6);
    expect(Array.from(values.subarray(2))).toEqual(Array(4).fill(Math.fround(padValue(norm))));
  });

  test('is cut where it is longer', () => {
    const mel = Float32Array.from({ length: 12 }, (_, at) => at);
    const [whole, cut] = [6, 4].map((frames) => padAndNormalise(mel, { bins: 2, frames, norm: 'cavmae' }));
    expect(cut).toEqual(whole?.subarray(0, 8));
  });
});

describe('the power spectrum', () => {
  test.each([8, 32, 128, 512])('of %i values equals the sum over all of them', (size) => {
    const frame = formula(size);
    const { input, power, transform } = powerSpectrum(size);
    input.set(frame);
    transform();
    const direct = Array.from({ length: size / 2 }, (_, bin) => (bin === 0 ? 0 : powerOf(frame, bin, size)));
    expect(worst(power, direct)).toBeLessThan(1e-10);
  });

  test.each([2, 4, 16, 256, 500])('of %i values is not offered', (size) => {
    expect(() => powerSpectrum(size)).toThrow(RangeError);
  });
});

function powerOf(frame: ArrayLike<number>, bin: number, size: number): number {
  let [re, im] = [0, 0];
  for (let at = 0; at < frame.length; at++) {
    const angle = (2 * Math.PI * ((at * bin) % size)) / size;
    re += (frame[at] as number) * Math.cos(angle);
    im -= (frame[at] as number) * Math.sin(angle);
  }
  return re * re + im * im;
}

/** The triangles of the specification, [bins, 256]. */
function weightsByDefinition(bins: number): number[][] {
  const mel = (hertz: number) => 1127 * Math.log(1 + hertz / 700);
  const step = (mel(8000) - mel(20)) / (bins + 1);
  return Array.from({ length: bins }, (_, filter) => {
    const [left, centre, right] = [0, 1, 2].map((edge) => mel(20) + (filter + edge) * step) as [
      number,
      number,
      number,
    ];
    return Array.from({ length: 256 }, (__, k) => {
      const place = mel(31.25 * k);
      return Math.max(0, Math.min((place - left) / (centre - left), (right - place) / (right - centre)));
    });
  });
}

/** The specification step by step, in float64. */
function byDefinition(wave: Float32Array, bins: number): number[] {
  const weights = weightsByDefinition(bins);
  const frames = 1 + Math.floor((wave.length - 400) / 160);
  return Array.from({ length: frames }, (_, m) => {
    const frame = Array.from(wave.subarray(m * 160, m * 160 + 400));
    const mean = frame.reduce((sum, value) => sum + value, 0) / 400;
    const centred = frame.map((value) => value - mean);
    const ready = centred.map((value, j) => {
      const before = centred[Math.max(j - 1, 0)] as number;
      return (value - 0.97 * before) * (0.5 - 0.5 * Math.cos((2 * Math.PI * j) / 399));
    });
    const power = Array.from({ length: 256 }, (__, k) => powerOf(ready, k, 512));
    return weights.map((row) => {
      const energy = row.reduce((sum, weight, k) => sum + weight * (power[k] as number), 0);
      return Math.log(Math.max(energy, 1.1920928955078125e-7));
    });
  }).flat();
}
