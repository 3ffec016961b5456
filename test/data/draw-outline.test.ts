import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProcessor } from '../../data/process-sample.ts';
import { cacheRoot } from '../../setup/cache-root.mjs';
import { context, useDataFolder } from './data-folder.ts';
import { blackBetween, drawn128, rowOf } from './drawn-rows.ts';

describe('An outline', () => {
  useDataFolder();

  const draw = async (image: { left?: number; top?: number; side?: number; path?: string }) => {
    const process = await createProcessor({ image: drawn128 });
    const outline = { left: 0, top: 0, side: 8, path: 'M2 2h4v4H2z', ...image };
    return process({ id: 'odd', label: 0, split: 'test', image: outline }, context);
  };

  test('is black on white where its path is', async () => {
    const { image = new Uint8Array() } = await draw({});
    expect(rowOf(image, 128, 64)).toBe(blackBetween(32, 96));
    expect(rowOf(image, 128, 31)).toBe('.'.repeat(128));
    expect(rowOf(image, 128, 32)).toBe(blackBetween(32, 96));
    expect(new Set(image)).toEqual(new Set([0, 255]));
  });

  test('is drawn alike twice, with soft edges', async () => {
    const circle = { path: 'M1 4a3 3 0 1 0 6 0a3 3 0 1 0-6 0z' };
    const [once, twice] = [await draw(circle), await draw(circle)];
    expect(once).toEqual(twice);
    const ink = (once.image ?? new Uint8Array()).reduce((sum, value) => sum + (255 - value) / 255 / 3, 0);
    expect(ink / 128 ** 2).toBeCloseTo((Math.PI * 9) / 64, 2);
  });

  test.each([
    { what: 'markup in its path', outline: { path: 'M0 0"/><image href="/etc/passwd"/><path d="M0 0' } },
    { what: 'an entity in its path', outline: { path: 'M0 0&amp;' } },
    { what: 'no path', outline: { path: '' } },
    { what: 'no side', outline: { side: 0 } },
    { what: 'a side that is no number', outline: { side: Number.NaN } },
    { what: 'a corner at infinity', outline: { left: Number.POSITIVE_INFINITY } },
  ])('with $what is refused', async ({ outline }) => {
    await expect(draw(outline)).rejects.toMatchObject({
      code: 'LAC3185',
      message: expect.stringContaining('odd'),
    });
  });

  test('as a file of a user is still refused', async () => {
    const process = await createProcessor({ image: drawn128 });
    const image = join(cacheRoot(), 'picture.svg');
    const sample = { id: 'own', label: 0, split: 'test' as const, image };
    await expect(process(sample, context)).rejects.toMatchObject({ code: 'LAC3101' });
    await mkdir(dirname(image), { recursive: true });
    await writeFile(image, `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8v8z"/></svg>`);
    await expect(process(sample, context)).rejects.toMatchObject({ code: 'LAC3122' });
  });
});
