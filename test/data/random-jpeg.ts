import type { Stream } from '../../random/stream.ts';

/** A baseline JPEG of random coefficients: any sampling of colours, which encoders of libraries do not offer. */
export interface RandomJpeg {
  readonly width: number;
  readonly height: number;
  /** How often each component is sampled across and down; the first is the brightness. */
  readonly sampling: readonly (readonly [across: number, down: number])[];
  /** Blocks between restart markers; 0 without. */
  readonly restart: number;
  /** What coefficients are multiplied by, 1 to 255. */
  readonly quantum: number;
  /** Largest coefficient but the first of a block. */
  readonly amplitude: number;
  /** Segments before all others. */
  readonly segments?: readonly (readonly [marker: number, content: readonly number[]])[];
}

/** Symbols of four bits each for first coefficients, and of eight for the others: runs of 0 to 15 zeros and 0 to 7 bits. */
const firsts = Array.from({ length: 12 }, (_, bits) => bits);
const others = [
  ...[0x00, 0xf0],
  ...Array.from({ length: 16 * 7 }, (_, at) => Math.floor(at / 7) * 16 + (at % 7) + 1),
];

/** The bytes of a JPEG as it is described, ITU-T T.81; equal streams give equal bytes. */
export function randomJpeg(options: RandomJpeg, stream: Stream): Buffer {
  const { width, height, sampling, restart, quantum, segments = [] } = options;
  const components = sampling.flatMap(([across, down], index) => [index + 1, across * 16 + down, 0]);
  const scan = sampling.flatMap((_, index) => [index + 1, 0]);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...segments.map(([marker, content]) => segment(marker, content)),
    segment(0xdb, [0, ...Array<number>(64).fill(quantum)]),
    segment(0xc0, [8, ...size, sampling.length, ...components]),
    codes(0x00, 4, firsts),
    codes(0x10, 8, others),
    segment(0xdd, [restart >> 8, restart & 255]),
    segment(0xda, [sampling.length, ...scan, 0, 63, 0]),
    scanOf(options, stream),
    Buffer.of(0xff, 0xd9),
  ]);
}

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
}

function codes(table: number, bits: number, symbols: readonly number[]): Buffer {
  const perLength = Array.from({ length: 16 }, (_, index) => (index === bits - 1 ? symbols.length : 0));
  return segment(0xc4, [table, ...perLength, ...symbols]);
}

function scanOf(
  { width, height, sampling, restart, quantum, amplitude }: RandomJpeg,
  stream: Stream,
): Buffer {
  const sides = (at: 0 | 1) => (sampling.length === 1 ? 1 : Math.max(...sampling.map((one) => one[at])));
  const units = Math.ceil(width / (8 * sides(0))) * Math.ceil(height / (8 * sides(1)));
  const bits = bitWriter();
  const last = sampling.map(() => 0);
  for (let unit = 0; unit < units; unit += 1) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      bits.mark(0xd0 + ((unit / restart - 1) % 8));
      last.fill(0);
    }
    for (const [index, [across, down]] of sampling.entries()) {
      for (let block = 0; block < (sampling.length === 1 ? 1 : across * down); block += 1) {
        const value = Math.round(((stream.uniform() - 0.5) * 1600) / quantum);
        writeBlock(bits, value - (last[index] ?? 0), amplitude, stream);
        last[index] = value;
      }
    }
  }
  bits.align();
  return bits.bytes();
}

type BitWriter = ReturnType<typeof bitWriter>;

function writeBlock(bits: BitWriter, first: number, amplitude: number, stream: Stream): void {
  const size = bitLength(first);
  bits.put(firsts.indexOf(size), 4);
  bits.put(signed(first, size), size);
  for (let at = 1; at < 64; at += 1) {
    if (stream.uniform() < 0.2) {
      bits.put(others.indexOf(0), 8);
      return;
    }
    const zeros = stream.integer(Math.min(16, 64 - at));
    const value = Math.round((stream.uniform() - 0.5) * 2 * amplitude) || 1;
    bits.put(others.indexOf(zeros * 16 + bitLength(value)), 8);
    bits.put(signed(value, bitLength(value)), bitLength(value));
    at += zeros;
  }
}

function bitLength(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function signed(value: number, size: number): number {
  return value < 0 ? value + 2 ** size - 1 : value;
}

/** Bits, the first of a byte highest; after each byte 255 a 0. */
function bitWriter() {
  const out: number[] = [];
  let [byte, filled] = [0, 0];
  const put = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      byte = byte * 2 + ((value >> bit) & 1);
      filled += 1;
      if (filled < 8) continue;
      out.push(byte, ...(byte === 255 ? [0] : []));
      [byte, filled] = [0, 0];
    }
  };
  const align = () => {
    while (filled > 0) put(1, 1);
  };
  const mark = (marker: number) => {
    align();
    out.push(0xff, marker);
  };
  return { put, align, mark, bytes: () => Buffer.from(out) };
}
