import type { Picture } from '../signal/resize-picture.ts';
import type { ImageSource } from './adapters/raw-sample.ts';
import { type DecodeOptions, decodePicture } from './media/decode-picture.ts';
import { drawOutline } from './media/draw-outline.ts';

/** The picture of a sample: read from its file as `options` say, or drawn. Throws what either throws. */
export async function openPicture(
  { id, image }: { readonly id: string; readonly image: ImageSource },
  options: DecodeOptions = {},
): Promise<Picture> {
  return typeof image === 'string' ? decodePicture({ id, image }, options) : drawOutline(image, id);
}
