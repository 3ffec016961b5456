import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Typeface } from './typeface.ts';

let ready: Promise<void> | undefined;

/** Draws an SVG as a PNG of that many pixels of width. WebAssembly and one typeface: the same bytes on every machine. */
export async function renderPng(svg: string, width: number, typeface: Typeface): Promise<Uint8Array> {
  ready ??= start();
  await ready;
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontBuffers: [typeface.regular, typeface.bold],
      defaultFontFamily: 'Arimo',
      sansSerifFamily: 'Arimo',
    },
  });
  try {
    const drawn = picture.render();
    try {
      return drawn.asPng();
    } finally {
      drawn.free();
    }
  } finally {
    picture.free();
  }
}

async function start(): Promise<void> {
  const require = createRequire(import.meta.url);
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
}
