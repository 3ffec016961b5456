/** How a value of a WAV file is written; `bytes` is what one value takes. */
export interface Coding {
  readonly kind: 'unsigned' | 'signed' | 'float' | 'a-law' | 'mu-law';
  readonly bytes: number;
}

/** WAVE_FORMAT_PCM, WAVE_FORMAT_IEEE_FLOAT, WAVE_FORMAT_ALAW, WAVE_FORMAT_MULAW. */
const tags = { pcm: 1, float: 3, aLaw: 6, muLaw: 7 };

/**
 * The coding of a format tag.
 *
 * @param bytes what a value takes, from the size of a frame
 * @param bits valid ones; values of PCM stand at the upper end of their bytes, so that fewer bits change nothing
 * @returns 'other' for a tag that is not read here, undefined for sizes that the tag does not have
 */
export function codingOf(tag: number, bytes: number, bits: number): Coding | 'other' | undefined {
  switch (tag) {
    case tags.pcm:
      if (Math.ceil(bits / 8) !== bytes || bytes > 4 || bytes < 1) return undefined;
      return { kind: bytes === 1 ? 'unsigned' : 'signed', bytes };
    case tags.float:
      return bits === bytes * 8 && (bytes === 4 || bytes === 8) ? { kind: 'float', bytes } : undefined;
    case tags.aLaw:
      return bytes === 1 ? { kind: 'a-law', bytes } : undefined;
    case tags.muLaw:
      return bytes === 1 ? { kind: 'mu-law', bytes } : undefined;
    default:
      return 'other';
  }
}

/** The values of interleaved channels, one array per channel; a last frame that is not whole is left out. */
export function decodeValues(data: Uint8Array, coding: Coding, channels: number): Float32Array[] {
  const frameBytes = coding.bytes * channels;
  const frames = Math.floor(data.length / frameBytes);
  const read = readerOf(coding, new DataView(data.buffer, data.byteOffset, data.byteLength));
  return Array.from({ length: channels }, (_, channel) => {
    const values = new Float32Array(frames);
    for (let frame = 0, at = channel * coding.bytes; frame < frames; frame++, at += frameBytes)
      values[frame] = read(at);
    return values;
  });
}

function readerOf({ kind, bytes }: Coding, view: DataView): (at: number) => number {
  switch (kind) {
    case 'unsigned':
      return (at) => (view.getUint8(at) - 128) / 128;
    case 'signed':
      return signedReader(bytes, view);
    case 'float':
      return bytes === 4 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
    case 'a-law':
      return (at) => fromALaw(view.getUint8(at)) / 2 ** 15;
    case 'mu-law':
      return (at) => fromMuLaw(view.getUint8(at)) / 2 ** 15;
  }
}

function signedReader(bytes: number, view: DataView): (at: number) => number {
  if (bytes === 2) return (at) => view.getInt16(at, true) / 2 ** 15;
  if (bytes === 3) return (at) => (view.getInt8(at + 2) * 2 ** 16 + view.getUint16(at, true)) / 2 ** 23;
  return (at) => view.getInt32(at, true) / 2 ** 31;
}

/** ITU-T G.711: sign, exponent of three bits, mantissa of four, with every second bit turned over. Of 16 bits. */
function fromALaw(byte: number): number {
  const code = byte ^ 0x55;
  const exponent = (code >> 4) & 7;
  const step = ((code & 15) << 4) + 8;
  const size = exponent === 0 ? step : (step + 256) << (exponent - 1);
  return code & 128 ? size : -size;
}

/** ITU-T G.711: all bits turned over, a bias of 132 on the size. Of 16 bits. */
function fromMuLaw(byte: number): number {
  const code = ~byte & 255;
  const size = ((((code & 15) << 3) + 132) << ((code >> 4) & 7)) - 132;
  return code & 128 ? 0 - size : size;
}
