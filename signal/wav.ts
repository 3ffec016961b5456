import { type Coding, codingOf, decodeValues } from './wav-coding.ts';

/** What a recording holds: values per second, and of each channel the values, in [-1, 1] but for floats beyond it. */
export interface Sound {
  readonly rate: number;
  /** All of one length. */
  readonly channels: readonly Float32Array[];
}

/** What became of a file: its sound, what is wrong with it, or that another program must read it. */
export type WavResult =
  | { readonly kind: 'sound'; readonly sound: Sound }
  | { readonly kind: 'problem'; readonly reason: string }
  /** A sound WAV file whose coding (WAVE_FORMAT_*) is neither plain PCM nor float nor A-law nor mu-law. */
  | { readonly kind: 'other-coding'; readonly tag: number };

/** Whether these first bytes are of a RIFF WAVE file; at least 12 are looked at. */
export function isWav(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WAVE';
}

/**
 * Reads a WAV file (Microsoft's Multimedia Programming Interface 1.0 and its WAVE_FORMAT_EXTENSIBLE): PCM of 8 to 32
 * bits, float of 32 and 64, A-law and mu-law, any number of channels. No header is believed beyond the bytes that are there:
 * the size of the whole is not looked at, and a data chunk of unknown size, as programs write it that cannot seek back,
 * ends with the file. One that is shorter than it says is a problem, since half of the sound would be missing without a
 * word. What comes after the data is not looked at; an incomplete last value of all channels is dropped.
 */
export function readWav(bytes: Uint8Array): WavResult {
  if (!isWav(bytes)) return problem('it does not begin as a RIFF WAVE file');
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const chunk = chunkAt(bytes, at);
    if (chunk.id === 'data')
      return format ? readData(bytes, chunk, format) : problem('its data come before their format');
    if (chunk.begin + chunk.size > bytes.length)
      return cutShort(`chunk ${JSON.stringify(chunk.id)}`, chunk, bytes);
    if (chunk.id === 'fmt ') {
      const read = readFormat(bytes.subarray(chunk.begin, chunk.begin + chunk.size));
      if ('kind' in read) return read;
      format = read;
    }
    // Chunks begin at even places.
    at = chunk.begin + chunk.size + (chunk.size % 2);
  }
  return problem(format ? 'it has no data chunk' : 'it has no format chunk');
}

interface Chunk {
  readonly id: string;
  readonly begin: number;
  readonly size: number;
}

interface Format {
  readonly coding: Coding;
  readonly channels: number;
  readonly rate: number;
}

/** Sizes from here on are what programs write that do not know the size: ffmpeg 0xFFFFFFFF, sox about 0x7FFFF000. */
const unknownSize = 0x7ffff000;

function problem(reason: string): WavResult {
  return { kind: 'problem', reason };
}

function cutShort(what: string, { begin, size }: Chunk, bytes: Uint8Array): WavResult {
  return problem(
    `its ${what} should have ${size} bytes and has ${bytes.length - begin}: the file was cut short`,
  );
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function chunkAt(bytes: Uint8Array, at: number): Chunk {
  return { id: textAt(bytes, at), begin: at + 8, size: viewOf(bytes).getUint32(at + 4, true) };
}

function readFormat(bytes: Uint8Array): Format | WavResult {
  if (bytes.length < 16) return problem(`its format chunk has ${bytes.length} bytes, too few`);
  const view = viewOf(bytes);
  const [outer, channels, rate] = [view.getUint16(0, true), view.getUint16(2, true), view.getUint32(4, true)];
  const [frameBytes, bits] = [view.getUint16(12, true), view.getUint16(14, true)];
  if (channels === 0 || rate === 0) return problem(`it has ${channels} channels at ${rate} values a second`);
  if (outer === extensible && bytes.length < 40) return problem('its extended format is incomplete');
  // The first two bytes of the sub-format's GUID are the tag of old.
  const tag = outer === extensible ? view.getUint16(24, true) : outer;
  const coding = codingOf(tag, frameBytes / channels, bits);
  if (coding === 'other') return { kind: 'other-coding', tag };
  if (coding === undefined)
    return problem(
      `coding ${tag} with ${bits} bits in ${frameBytes} bytes for ${channels} channels does not exist`,
    );
  return { coding, channels, rate };
}

const extensible = 0xfffe;

function readData(bytes: Uint8Array, chunk: Chunk, { coding, channels, rate }: Format): WavResult {
  const there = bytes.length - chunk.begin;
  if (chunk.size > there && chunk.size < unknownSize) return cutShort('sound', chunk, bytes);
  const data = bytes.subarray(chunk.begin, chunk.begin + Math.min(chunk.size, there));
  const decoded = decodeValues(data, coding, channels);
  const bad = firstBad(decoded);
  if (bad)
    return problem(
      `value ${bad.at} of channel ${bad.channel} is ${bad.value}, which is not in [-1, 1] or near it`,
    );
  return { kind: 'sound', sound: { rate, channels: decoded } };
}

/** Louder than any recording; a file with such values is of numbers on another scale, or damaged. */
const loudest = 128;

function firstBad(channels: readonly Float32Array[]) {
  for (const [channel, values] of channels.entries()) {
    const at = values.findIndex((value) => !(Math.abs(value) <= loudest));
    if (at >= 0) return { channel, at, value: values[at] as number };
  }
  return undefined;
}
