import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rotatePicture } from '../../signal/rotate-picture.ts';
import { digest, noise } from './noise-picture.ts';

interface RotateCase {
  readonly from: [width: number, height: number];
  readonly degrees: number;
  readonly sha256: string;
}

const file = new URL('../vectors/images/rotate.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as RotateCase[];

describe('Rotating', () => {
  test.each(cases)('noise of $from by $degrees degrees equals Pillow bit for bit', (one) => {
    expect(digest(rotatePicture(noise(...one.from), one.degrees))).toBe(one.sha256);
  });

  test('leaves the corners black and the centre where it is', () => {
    const white = { ...noise(9, 9), data: new Uint8Array(9 * 9 * 3).fill(255) };
    const { data } = rotatePicture(white, 30);
    expect([data[0], data.at(-1)]).toEqual([0, 0]);
    expect(data[(4 * 9 + 4) * 3]).toBe(255);
  });
});
