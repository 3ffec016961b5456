import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWav, readWav, type Sound } from '../../signal/wav.ts';
import { readTensor } from '../../tensor/safetensors.ts';

const folder = new URL('../vectors/sound/', import.meta.url);
const files = readdirSync(new URL('wav/', folder)).filter((name) => name !== 'adpcm.wav');
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`wav/${name}`, folder)));

function soundOf(bytes: Uint8Array): Sound {
  const result = readWav(bytes);
  if (result.kind !== 'sound') throw new Error(JSON.stringify(result));
  return result.sound;
}

function reasonOf(bytes: Uint8Array): string {
  const result = readWav(bytes);
  return result.kind === 'problem' ? result.reason : `no problem: ${result.kind}`;
}

function number(value: number, bytes: 2 | 4): number[] {
  return Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256);
}

const text = (id: string) => [...id].map((letter) => letter.charCodeAt(0));

interface Header {
  readonly tag?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly bits?: number;
  readonly frameBytes?: number;
  readonly riffSize?: number;
  readonly dataSize?: number;
  /** Chunks between format and data. */
  readonly between?: readonly number[];
}

/** A 16-bit mono WAV file, unless the header says otherwise. */
function wav(data: readonly number[], header: Header = {}): Uint8Array {
  const { tag = 1, channels = 1, rate = 8000, bits = 16, between = [] } = header;
  const frameBytes = header.frameBytes ?? (channels * bits) / 8;
  const format = [
    ...number(tag, 2),
    ...number(channels, 2),
    ...number(rate, 4),
    ...number(rate * frameBytes, 4),
  ];
  const chunks = [
    ...text('fmt '),
    ...number(16, 4),
    ...format,
    ...number(frameBytes, 2),
    ...number(bits, 2),
    ...between,
  ];
  const body = [
    ...text('WAVE'),
    ...chunks,
    ...text('data'),
    ...number(header.dataSize ?? data.length, 4),
    ...data,
  ];
  return Uint8Array.from([...text('RIFF'), ...number(header.riffSize ?? body.length, 4), ...body]);
}

const two = [0, 64, 0, 192];

describe('a WAV file', () => {
  test.each(files)('%s holds what ffmpeg reads from it', async (name) => {
    const { rate, channels } = soundOf(bytesOf(name));
    const expected = (await readTensor(new URL('wav.safetensors', folder).pathname, name.replace('.wav', '')))
      .data;
    expect(rate).toBe(name.includes('codes') ? 8000 : 22_050);
    expect(channels).toHaveLength(name.includes('codes') ? 1 : name === 'extensible.wav' ? 6 : 2);
    const interleaved = Array.from(
      expected,
      (_, at) => channels[at % channels.length]?.[Math.floor(at / channels.length)],
    );
    expect(interleaved).toEqual(Array.from(expected));
    expect(channels.every(({ length }) => length === expected.length / channels.length)).toBe(true);
  });

  test('of another coding is for another program', () => {
    expect(readWav(bytesOf('adpcm.wav'))).toEqual({ kind: 'other-coding', tag: 2 });
  });

  test('is told by its first bytes', () => {
    expect(isWav(wav(two))).toBe(true);
    expect(isWav(wav(two).subarray(0, 11))).toBe(false);
    expect(isWav(Uint8Array.from(text('RIFFxxxxAVI fmt ')))).toBe(false);
  });

  test.each([
    ['a list of odd length before the data', { between: [...text('LIST'), ...number(3, 4), 1, 2, 3, 0] }],
    ['a wrong size of the whole', { riffSize: 7 }],
    ['the size of a stream', { riffSize: 0xffffffff, dataSize: 0xffffffff }],
    ['the size that sox writes to a pipe', { riffSize: 0x7ffff024, dataSize: 0x7ffff000 }],
  ])('with %s is read', (_, header) => {
    expect(soundOf(wav(two, header)).channels).toEqual([Float32Array.of(0.5, -0.5)]);
  });

  test('is not read beyond its data, and an incomplete last value is dropped', () => {
    expect(soundOf(wav([...two, 1], { dataSize: 4 })).channels).toEqual([Float32Array.of(0.5, -0.5)]);
    expect(soundOf(wav([...two, 1])).channels).toEqual([Float32Array.of(0.5, -0.5)]);
    expect(soundOf(wav([...two, 1, 2], { channels: 2 })).channels).toEqual([
      Float32Array.of(0.5),
      Float32Array.of(-0.5),
    ]);
  });

  test('may be empty, or of one value', () => {
    expect(soundOf(wav([])).channels).toEqual([new Float32Array(0)]);
    expect(soundOf(wav([0, 128])).channels).toEqual([Float32Array.of(-1)]);
  });

  test('of 12 bits has its values at the upper end of 16', () => {
    expect(soundOf(wav(two, { bits: 12, frameBytes: 2 })).channels).toEqual([Float32Array.of(0.5, -0.5)]);
  });

  test('whose data are cut short is refused', () => {
    expect(reasonOf(wav(two, { dataSize: 6 }))).toBe(
      'its sound should have 6 bytes and has 4: the file was cut short',
    );
    expect(reasonOf(wav(two, { dataSize: 0x7fffefff }))).toContain('cut short');
  });

  test.each([
    ['no format', Uint8Array.from([...text('RIFF'), ...number(4, 4), ...text('WAVE')]), 'no format chunk'],
    [
      'data before the format',
      Uint8Array.from([...text('RIFF    WAVEdata'), 0, 0, 0, 0]),
      'before their format',
    ],
    [
      'a format of 15 bytes',
      Uint8Array.from([...text('RIFF    WAVEfmt '), 15, 0, 0, 0, ...Array(16).fill(0)]),
      '15 bytes',
    ],
    [
      'a chunk of 4 GB',
      wav(two, { between: [...text('junk'), 255, 255, 255, 255] }),
      '"junk" should have 4294967295',
    ],
    ['no channel', wav(two, { channels: 0, frameBytes: 2 }), '0 channels'],
    ['no rate', wav(two, { rate: 0 }), 'at 0 values'],
    ['65,535 channels in two bytes', wav(two, { channels: 65_535, frameBytes: 2 }), 'does not exist'],
    ['40 bits', wav(two, { bits: 40, frameBytes: 5 }), 'does not exist'],
    ['floats of 16 bits', wav(two, { tag: 3, bits: 16 }), 'does not exist'],
    ['an extended format of 16 bytes', wav(two, { tag: 0xfffe }), 'incomplete'],
    ['nothing behind its format', wav([]).subarray(0, 36), 'no data chunk'],
  ])('with %s is refused', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toContain(reason);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -32_768])(
    'with the float %d is refused, and says where',
    (bad) => {
      const data = [...new Uint8Array(Float32Array.of(0, 0.5, bad, 1).buffer)];
      const reason = reasonOf(wav(data, { tag: 3, bits: 32, channels: 2 }));
      expect(reason).toBe(`value 1 of channel 0 is ${bad}, which is not in [-1, 1] or near it`);
    },
  );

  test('of floats may be a little louder than 1', () => {
    const data = [...new Uint8Array(Float32Array.of(1.5, -1.25).buffer)];
    expect(soundOf(wav(data, { tag: 3, bits: 32 })).channels).toEqual([Float32Array.of(1.5, -1.25)]);
  });

  test('cut anywhere, or with any byte changed, is read or refused, and never more than there is', () => {
    const whole = bytesOf('extensible.wav');
    const bound = (bytes: Uint8Array) => {
      const result = readWav(bytes);
      const values =
        result.kind === 'sound' ? result.sound.channels.reduce((sum, { length }) => sum + length, 0) : 0;
      expect(values).toBeLessThanOrEqual(bytes.length);
      return result.kind;
    };
    for (let length = 0; length < whole.length; length++)
      expect(bound(whole.subarray(0, length))).toBe('problem');
    const place = fc.integer({ min: 0, max: whole.length - 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
        (changes) => {
          const changed = whole.slice();
          for (const [at, value] of changes) changed[at] = value;
          bound(changed);
        },
      ),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void bound(bytes)));
  });
});
