/** What the segments before the first scan of a JPEG say. */
export interface JpegHead {
  readonly width: number;
  readonly height: number;
  /** 1: grey, 3: colours, 4: inks. */
  readonly components: number;
  /** Whether there is a segment of the kind that Exif uses, and so perhaps an orientation. */
  readonly exif: boolean;
  /**
   * Whether it is grey or of three colours, baseline, in one scan of 8 bits: the kind that every libjpeg decodes to the same
   * pixels. Progressive ones are not, as one may lack its last scans, and each version guesses in its own way what they
   * would have added.
   */
  readonly plain: boolean;
}

const startOfScan = 0xda;
const exifSegment = 0xe1;
const baseline = 0xc0;

/**
 * Walks over the segments of a JPEG up to its first scan (ITU-T T.81, annex B): a hundred times as fast as to ask the
 * decoder. Nothing when they are not in plain order: padding, no frame before the scan, an end before either.
 */
export function readJpegHead(bytes: Buffer): JpegHead | undefined {
  let exif = false;
  let frame: Omit<JpegHead, 'exif'> | undefined;
  // A marker of two bytes and a length; of a frame, ten bytes are read. A scan is longer than that.
  for (let at = 2; at + 10 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff || !hasLength(marker)) return undefined;
    if (marker === startOfScan) {
      return frame && { ...frame, exif, plain: frame.plain && bytes[at + 4] === frame.components };
    }
    if (isFrame(marker)) frame = readFrame(bytes, at);
    exif ||= marker === exifSegment;
  }
  return undefined;
}

function readFrame(bytes: Buffer, at: number): Omit<JpegHead, 'exif'> {
  const components = bytes[at + 9] as number;
  return {
    height: bytes.readUInt16BE(at + 5),
    width: bytes.readUInt16BE(at + 7),
    components,
    plain: bytes[at + 1] === baseline && bytes[at + 4] === 8 && (components === 1 || components === 3),
  };
}

/** All but padding, restarts, begin and end of the picture, and what is reserved. */
function hasLength(marker: number): boolean {
  return marker >= 0xc0 && marker < 0xff && (marker < 0xd0 || marker > 0xd9);
}

/** SOF0 to SOF15; three numbers among them are other markers: DHT, JPG, DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
