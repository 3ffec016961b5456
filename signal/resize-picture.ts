import { growTo } from './assemble.ts';
import { pairWeights, resizeKernel } from './resize-kernel.ts';
import { type Filter, type Taps, tapsOf } from './resize-taps.ts';

/** A picture of 8-bit red, green and blue values, `data` [height, width, 3]. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 3;
  readonly data: Uint8Array;
}

/** A rectangle of whole pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What to resize, and to what. */
export interface Resizing {
  readonly filter: Filter;
  /** Size of the whole result. */
  readonly width: number;
  readonly height: number;
  /** The part of the picture that is resized, as if it had been cut out before. Default: all of it. */
  readonly source?: Box;
  /** The part of the result that is wanted; nothing outside it is computed. Default: all of it. */
  readonly window?: Box;
}

/**
 * Pillow's `Image.resize` bit for bit: antialiased, horizontal pass first, rounded to 8 bits between the passes,
 * weights in fixed point (Resample.c of Pillow 11.3; Pillow 13 differs where one side grows and the other shrinks).
 * The source and the window lie inside the picture and the result.
 */
export function resizePicture(picture: Picture, resizing: Resizing): Picture {
  const { filter, width, height } = resizing;
  const { source = wholeOf(picture), window = wholeOf(resizing) } = resizing;
  const across = tapsOf(filter, source.width, width, { from: window.left, length: window.width });
  const down = tapsOf(filter, source.height, height, { from: window.top, length: window.height });
  return {
    width: window.width,
    height: window.height,
    channels: 3,
    data: resample(picture, source, across, down),
  };
}

function wholeOf({ width, height }: { readonly width: number; readonly height: number }): Box {
  return { left: 0, top: 0, width, height };
}

/**
 * Both passes, row by row: a row of the source is resized as soon as it is needed, and kept in a ring that holds no
 * more rows than one row of the result is made of. So the kernel's memory stays small, however high the picture is.
 */
function resample(picture: Picture, source: Box, across: Taps, down: Taps): Uint8Array {
  const rowBytes = across.first.length * 3;
  const stride = roundUp(rowBytes + 1);
  const ringBytes = down.most * stride;
  const { at, bytes } = layOut(across, down, { row: source.width * 3, ring: ringBytes, result: stride });
  const result = new Uint8Array(down.first.length * rowBytes);
  const slot = (row: number) => at.ring + (row % down.most) * stride;
  const loadRow = (row: number, to: number) => {
    const start = ((source.top + row) * picture.width + source.left) * 3;
    bytes.set(picture.data.subarray(start, start + source.width * 3), to);
  };
  let next = down.first[0] ?? 0;
  for (let output = 0; output < down.first.length; output++) {
    const first = down.first[output] as number;
    const end = first + (down.count[output] as number);
    // Two at a time, the second perhaps a row early: the ring has room for one more than a result is made of.
    for (; next < end; next += 2) {
      loadRow(next, at.row);
      loadRow(Math.min(next + 1, source.height - 1), at.rowOther);
      const [to, toOther, last] = [slot(next), slot(next + 1), slot(next) + rowBytes];
      const line = across.most * 4;
      resizeKernel.across(at.row, at.rowOther, to, toOther, at.firsts, at.counts, at.across, line, last);
    }
    const weights = at.down + output * down.most * 4;
    const weightsEnd = weights + Math.ceil((end - first) / 2) * 8;
    resizeKernel.down(slot(first), at.ring + ringBytes, ringBytes, weights, weightsEnd, at.result, stride);
    result.set(bytes.subarray(at.result, at.result + rowBytes), output * rowBytes);
  }
  return result;
}

/** Puts the taps into the kernel's memory and makes room behind them; gives the addresses. */
function layOut(across: Taps, down: Taps, room: { row: number; ring: number; result: number }) {
  let end = 0;
  const place = (size: number) => {
    const start = end;
    // The kernel reads and writes a few bytes too many.
    end = roundUp(end + size + 4);
    return start;
  };
  const at = {
    firsts: place(across.first.byteLength),
    counts: place(across.count.byteLength),
    across: place(across.weights.byteLength),
    down: place(down.weights.byteLength),
    row: place(room.row),
    rowOther: place(room.row),
    ring: place(room.ring),
    result: place(room.result),
  };
  growTo(resizeKernel, end);
  const { memory } = resizeKernel;
  const numbers = new Int32Array(memory.buffer);
  numbers.set(
    across.first.map((pixel) => pixel * 3),
    at.firsts / 4,
  );
  numbers.set(
    across.count.map((taps) => taps * 4),
    at.counts / 4,
  );
  new Int16Array(memory.buffer).set(pairWeights(across.weights), at.across / 2);
  new Int16Array(memory.buffer).set(pairWeights(down.weights), at.down / 2);
  return { at, bytes: new Uint8Array(memory.buffer) };
}

/** To whole vectors. */
function roundUp(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}
