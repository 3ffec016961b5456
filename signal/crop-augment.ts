import { pictureTransform, type Squaring } from './picture-transform.ts';
import { type Box, type Picture, resizePicture } from './resize-picture.ts';
import { rotatePicture } from './rotate-picture.ts';

/** Numbers in [0, 1), all equally likely. */
export type Draw = () => number;

/** How a picture is changed at random before it is learned from. */
export type PictureAugmentation = 'rrc-flip' | 'rotate30-flip';

/**
 * A picture changed at random, [size, size, 3]: a function of its arguments and of the numbers drawn, which are
 * drawn in a fixed order. Frames of one size that start with the same numbers are changed alike.
 *
 * `rrc-flip`: torchvision's RandomResizedCrop (whose own filter is bilinear; `resize` has no say), then a mirror with
 * probability 1/2. `rotate30-flip`: `pictureTransform`, a rotation by -30 to 30 degrees with black corners, then a
 * mirror with probability 1/2.
 */
export function augmentPicture(
  picture: Picture,
  kind: PictureAugmentation,
  squaring: Squaring,
  draw: Draw,
): Picture {
  const changed =
    kind === 'rrc-flip'
      ? randomResizedCrop(picture, squaring, draw)
      : rotatePicture(pictureTransform(picture, squaring), 60 * draw() - 30);
  return draw() < 0.5 ? mirror(changed) : changed;
}

/** The filter sees nothing outside the box. */
function randomResizedCrop(picture: Picture, { size, filter }: Squaring, draw: Draw): Picture {
  return resizePicture(picture, { filter, width: size, height: size, source: cropBox(picture, draw) });
}

const areas = { least: 0.08, most: 1 };
const aspects = { least: 3 / 4, most: 4 / 3 };
const tries = 10;

/**
 * The box of torchvision's `RandomResizedCrop.get_params`: a share of the area, uniform in 0.08..1, and an aspect, its
 * logarithm uniform in log 3/4..log 4/3; after ten that do not fit, the centre with the nearest aspect allowed. Draws
 * area and aspect for each try, then top and left.
 */
export function cropBox(
  { width, height }: { readonly width: number; readonly height: number },
  draw: Draw,
): Box {
  for (let attempt = 0; attempt < tries; attempt++) {
    const area = width * height * (areas.least + (areas.most - areas.least) * draw());
    const aspect = aspects.least * Math.exp(Math.log(aspects.most / aspects.least) * draw());
    const box = { width: Math.round(Math.sqrt(area * aspect)), height: Math.round(Math.sqrt(area / aspect)) };
    if (box.width < 1 || box.width > width || box.height < 1 || box.height > height) continue;
    const top = Math.floor(draw() * (height - box.height + 1));
    const left = Math.floor(draw() * (width - box.width + 1));
    return { left, top, ...box };
  }
  return centreBox(width, height);
}

function centreBox(width: number, height: number): Box {
  const box = {
    width: Math.min(width, Math.round(height * aspects.most)),
    height: Math.min(height, Math.round(width / aspects.least)),
  };
  return { left: Math.floor((width - box.width) / 2), top: Math.floor((height - box.height) / 2), ...box };
}

/** Left and right exchanged. */
export function mirror(picture: Picture): Picture {
  const { width, height, data } = picture;
  const result = new Uint8Array(data.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (row * width + column) * 3;
      const to = (row * width + width - 1 - column) * 3;
      for (let channel = 0; channel < 3; channel++) result[to + channel] = data[from + channel] as number;
    }
  }
  return { ...picture, data: result };
}
