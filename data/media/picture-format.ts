/** The formats that are decoded, by sharp's names for them. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'heif';

/** What the first bytes of a file say: a format that is decoded, or what else it is, where that is known. */
export interface Sniffed {
  readonly format?: PictureFormat;
  readonly what?: string;
}

/**
 * Tells the format by content alone; the name of a file says nothing. Only what is listed here reaches a decoder:
 * some that libvips has are programs (SVG names other files, PDF runs an interpreter). HEIF is let in as AVIF only.
 */
export function sniffPicture(bytes: Uint8Array): Sniffed {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const brands = brandsOf(start);
  if (brands.includes('avif') || brands.includes('avis')) return { format: 'heif' };
  if (brands.length > 0) return { what: brands.some(isHeic) ? 'a HEIC picture' : 'a video' };
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return { format: 'webp' };
  const format = formats.find(([, magic]) => start.startsWith(magic))?.[0];
  if (format !== undefined) return { format };
  const what = markup(start) ?? others.find(([, magic]) => start.startsWith(magic))?.[0];
  return what === undefined ? {} : { what };
}

const formats: readonly (readonly [PictureFormat, magic: string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['tiff', 'II+\0'],
  ['tiff', 'MM\0+'],
];

/** What people have in folders of pictures, or get in place of one. */
const others: readonly (readonly [what: string, magic: string])[] = [
  ['a PDF document', '%PDF-'],
  ['a PostScript document', '%!PS'],
  ['a BMP picture', 'BM'],
  ['a JPEG 2000 picture', '\0\0\0\x0cjP  '],
  ['a JPEG XL picture', '\0\0\0\x0cJXL '],
  ['a JPEG XL picture', '\xff\x0a'],
  ['a Photoshop picture', '8BPS'],
  ['an icon', '\0\0\x01\0'],
  ['a gzip archive', '\x1f\x8b'],
  ['a ZIP archive', 'PK\x03\x04'],
  ['a pointer of Git LFS in place of the file', 'version https://git-lfs'],
];

function markup(start: string): string | undefined {
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (!text.startsWith('<')) return undefined;
  if (/<svg[\s>]/i.test(text)) return 'an SVG drawing';
  return /<(?:!doctype )?html/i.test(text) ? 'a web page' : 'XML or HTML';
}

/** The brands of an ISO media file: the major one, and those that it is compatible with. */
function brandsOf(start: string): readonly string[] {
  if (start.slice(4, 8) !== 'ftyp') return [];
  const size = Buffer.from(start.slice(0, 4), 'latin1').readUInt32BE();
  const names = Array.from({ length: 32 }, (_, index) => start.slice(8 + index * 4, 12 + index * 4));
  // The second is the version of the major brand.
  return names.filter((name, index) => index !== 1 && name !== '' && 8 + index * 4 < size);
}

function isHeic(brand: string): boolean {
  return /^(?:he[iv][cmsx]|mif1|msf1)$/.test(brand);
}
