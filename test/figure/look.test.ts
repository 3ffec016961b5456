import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, type Colour, contrast, linearRgb } from '../../figure/colour.ts';
import { dark, light, sizes, styleOf, type Theme } from '../../figure/look.ts';

type Vector = readonly number[];
type Matrix = readonly Vector[];

/** What people without one kind of cone see, in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const sights: { readonly [name: string]: Matrix } = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/* OKLab, Ottosson 2020. */
const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

const times = (matrix: Matrix, vector: Vector) =>
  matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));

function seen(colour: Colour, sight: Matrix): Vector {
  const rgb = times(sight, linearRgb(colour)).map((part) => Math.min(1, Math.max(0, part)));
  return times(toLab, times(toCones, rgb).map(Math.cbrt));
}

function leastDistance(colours: readonly Colour[], sight: Matrix): number {
  const points = colours.map((colour) => seen(colour, sight));
  const distances = points.flatMap((a, index) =>
    points.slice(index + 1).map((b) => Math.hypot(...a.map((part, k) => part - (b[k] ?? 0)))),
  );
  return Math.min(...distances);
}

const themes: [string, Theme][] = [
  ['light', light],
  ['dark', dark],
];

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals (WCAG 2.2)', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#777777')).toBe(1);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe.each(themes)('the %s theme', (_, theme) => {
  it('has colours that stand out 3:1 from the page, as WCAG asks of graphics, and text that does 7:1', () => {
    for (const colour of theme.series) expect(contrast(colour, theme.background), colour).toBeGreaterThan(3);
    expect(contrast(theme.ink, theme.background)).toBeGreaterThan(7);
  });

  // For scale: 0.02 is about what can be told apart side by side.
  it.each(Object.entries(sights))('has eight colours apart from each other with %s', (_name, sight) => {
    expect(leastDistance(theme.series, sight)).toBeGreaterThan(0.08);
    expect(leastDistance(theme.series.slice(0, 4), sight)).toBeGreaterThan(0.12);
  });

  it('has a scale of numbers whose lightness goes one way, for every eye', () => {
    for (const sight of Object.values(sights)) {
      const lightness = Array.from(
        { length: 33 },
        (_value, index) => seen(between(theme.heat, index / 32), sight)[0] ?? 0,
      );
      const way = Math.sign((lightness.at(-1) ?? 0) - (lightness[0] ?? 0));
      lightness.slice(1).forEach((value, index) => {
        expect(way * (value - (lightness[index] ?? 0))).toBeGreaterThan(0);
      });
    }
  });

  it('tells 42 series apart without colour', () => {
    const styles = Array.from({ length: 42 }, (_value, place) => styleOf(place, theme));
    expect(new Set(styles.map(({ dash, marker }) => `${dash} ${marker}`)).size).toBe(42);
  });
});

describe('colours in between', () => {
  it('are the stops at their places, and colours whatever the share', () => {
    expect(between(['#000000', '#804020', '#ffffff'], 0.5)).toBe('#804020');
    expect(between(['#000000', '#ffffff'], 0.5)).toBe('#808080');
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (share) => {
        expect(between(light.heat, share)).toMatch(/^#[0-9a-f]{6}$/);
      }),
    );
  });
});

it('no size of text is below 7 pt at the width of a column', () => {
  for (const size of Object.values(sizes)) expect(size * 0.75).toBeGreaterThanOrEqual(7);
});
