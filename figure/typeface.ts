import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** Width of a text in pixels at a size in pixels. */
export type WidthOf = (text: string, size: number, isBold?: boolean) => number;

/** The one typeface of all figures: files of its two weights, and its measures. */
export interface Typeface {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly widthOf: WidthOf;
}

let loaded: Typeface | undefined;

/** Reads the typeface once for the process. Nothing of the system is asked: a text is as wide on every machine. */
export function loadTypeface(): Typeface {
  loaded ??= readTypeface();
  return loaded;
}

function readTypeface(): Typeface {
  const require = createRequire(import.meta.url);
  const regular = readFileSync(require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'));
  const bold = readFileSync(require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'));
  const ruler = new PDFDocument({ font: regular as unknown as string });
  ruler.registerFont('regular', regular).registerFont('bold', bold);
  const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const widthOf: WidthOf = (text, size, isBold = false) => {
    const weight = isBold ? 'bold' : 'regular';
    // Letter by letter: laying out words takes milliseconds each, to find the pixel that kerning saves.
    return [...text].reduce((sum, letter) => {
      const known = widths[weight].get(letter) ?? ruler.font(weight, 1).widthOfString(letter);
      widths[weight].set(letter, known);
      return sum + known * size;
    }, 0);
  };
  return { regular, bold, widthOf };
}
