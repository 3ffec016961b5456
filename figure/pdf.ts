import PDFDocument from 'pdfkit';
import { type PdfCanvas, pdfCanvas } from './pdf-canvas.ts';
import type { Typeface } from './typeface.ts';

/** Points (1/72 inch) of a pixel (1/96 inch). */
const pointsPerPixel = 0.75;

/**
 * A PDF of one page of that size in pixels, on which `draw` draws; vectors, and text as text. It has no date and no
 * random identifier, so that the same figure has the same bytes.
 */
export async function renderPdf(
  { width, height }: { readonly width: number; readonly height: number },
  typeface: Typeface,
  title: string,
  draw: (canvas: PdfCanvas) => Promise<unknown>,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [width * pointsPerPixel, height * pointsPerPixel],
    margin: 0,
    font: typeface.regular as unknown as string,
    info: { Title: title, Creator: 'Lacuna', Producer: 'PDFKit', CreationDate: new Date(0) },
  });
  // The library makes the identifier from a date and must find one; hidden, it is not written.
  Object.defineProperty(document.info, 'CreationDate', { enumerable: false });
  document
    .registerFont('regular', Buffer.from(typeface.regular))
    .registerFont('bold', Buffer.from(typeface.bold));
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve).on('error', reject);
  });
  document.scale(pointsPerPixel);
  await draw(pdfCanvas(document));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
