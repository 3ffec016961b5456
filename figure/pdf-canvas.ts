/** What a canvas is asked to do by the chart library, in the words of `CanvasRenderingContext2D`. */
export interface PdfCanvas {
  fillStyle: string;
  strokeStyle: string;
  globalAlpha: number;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'miter' | 'round' | 'bevel';
  miterLimit: number;
  /** As CSS writes it: `bold 9.5px Arimo`. */
  font: string;
  textAlign: 'left' | 'center' | 'right';
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  translate(x: number, y: number): void;
  rotate(radians: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  arc(x: number, y: number, radius: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  setLineDash(lengths: readonly number[]): void;
  fill(): void;
  stroke(): void;
  fillText(text: string, x: number, y: number): void;
}

/** The chart library's word for drawing nothing; a PDF would keep the colour before it. */
const transparent = 'transparent';

type Point = readonly [x: number, y: number];

/** x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * A canvas that draws on the page of a PDF, with text as text in the fonts `regular` and `bold` of the document. It
 * knows what charts need: paths, text and opacity under one scale for both axes; no clipping, gradients or pictures.
 *
 * A canvas moves the points of a path when they are named and keeps the path after filling it. A PDF moves them when
 * it is drawn and forgets it. So both are done here: points are kept where they will be on the page.
 */
export function pdfCanvas(page: PDFKit.PDFDocument): PdfCanvas {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const saved: Matrix[] = [];
  let path: (() => void)[] = [];
  let dash: readonly number[] = [];
  const place = ([x, y]: Point): [number, number] => {
    const [a, b, c, d, e, f] = matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  };
  const size = (length: number) => length * Math.hypot(matrix[0], matrix[1]);
  const trace = () => {
    for (const draw of path) draw();
  };
  const polygon = (x: number, y: number, width: number, height: number) => {
    canvas.moveTo(x, y);
    canvas.lineTo(x + width, y);
    canvas.lineTo(x + width, y + height);
    canvas.lineTo(x, y + height);
    canvas.closePath();
  };
  const canvas: PdfCanvas = {
    fillStyle: '#000000',
    strokeStyle: '#000000',
    globalAlpha: 1,
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    miterLimit: 10,
    font: '',
    textAlign: 'left',
    save: () => void saved.push(matrix),
    restore: () => {
      matrix = saved.pop() ?? matrix;
    },
    scale: (x, y) => {
      matrix = times(matrix, [x, 0, 0, y, 0, 0]);
    },
    translate: (x, y) => {
      matrix = times(matrix, [1, 0, 0, 1, x, y]);
    },
    rotate: (radians) => {
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      matrix = times(matrix, [cos, sin, -sin, cos, 0, 0]);
    },
    beginPath: () => {
      path = [];
    },
    closePath: () => void path.push(() => page.closePath()),
    moveTo: (x, y) => {
      const to = place([x, y]);
      path.push(() => page.moveTo(...to));
    },
    lineTo: (x, y) => {
      const to = place([x, y]);
      path.push(() => page.lineTo(...to));
    },
    bezierCurveTo: (x1, y1, x2, y2, x, y) => {
      const [one, two, to] = [place([x1, y1]), place([x2, y2]), place([x, y])];
      path.push(() => page.bezierCurveTo(...one, ...two, ...to));
    },
    rect: polygon,
    // Arcs are markers here: whole circles, whatever their angles.
    arc: (x, y, radius) => {
      const [centre, r] = [place([x, y]), size(radius)];
      path.push(() => page.circle(...centre, r));
    },
    fillRect: (x, y, width, height) => {
      canvas.beginPath();
      polygon(x, y, width, height);
      canvas.fill();
    },
    setLineDash: (lengths) => {
      dash = lengths;
    },
    fill: () => {
      if (canvas.fillStyle === transparent) return;
      trace();
      page.fillColor(canvas.fillStyle, canvas.globalAlpha).fill();
    },
    stroke: () => {
      if (canvas.strokeStyle === transparent) return;
      // A gap of no length is an unbroken line, which a PDF's dashes cannot say.
      if (dash.every((length) => length > 0) && dash.length > 0) {
        page.dash(dash.map(size) as unknown as number, {});
      } else page.undash();
      page.lineWidth(size(canvas.lineWidth)).lineCap(canvas.lineCap).lineJoin(canvas.lineJoin);
      page.miterLimit(canvas.miterLimit);
      trace();
      page.strokeColor(canvas.strokeStyle, canvas.globalAlpha).stroke();
    },
    fillText: (text, x, y) => {
      page.save().transform(...matrix);
      writeText(page, canvas, text, [x, y]);
      page.restore();
    },
  };
  return canvas;
}

/** What `second` does, and then `first`. */
function times(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The share of a text's width that stands left of its anchor. */
const before = { left: 0, center: 0.5, right: 1 } as const;

function writeText(page: PDFKit.PDFDocument, canvas: PdfCanvas, text: string, [x, y]: Point): void {
  const size = Number.parseFloat(/([\d.]+)px/.exec(canvas.font)?.[1] ?? '0');
  page.font(/\bbold\b/.test(canvas.font) ? 'bold' : 'regular', size);
  const left = x - before[canvas.textAlign] * page.widthOfString(text);
  page
    .fillColor(canvas.fillStyle, canvas.globalAlpha)
    .text(text, left, y, { lineBreak: false, baseline: 'alphabetic' });
}
