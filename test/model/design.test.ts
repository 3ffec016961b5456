import { describe, expect, it } from 'vitest';
import type { Modality, TrainableExtra } from '../../model/design.ts';
import { learnedWeights } from '../../model/design.ts';
import { methods, traitsOf } from '../../model/methods.ts';
import { design, fullSize, towersOf } from './designs.ts';

describe('weights that learn', () => {
  it.each<[Modality, TrainableExtra, number]>([
    ['text', 'text.layerNorm', 2 * 25],
    ['image', 'image.layerNorm', 2 * 26],
    ['audio', 'audio.layerNorm', 2 * 25],
    ['video', 'video.layerNorm', 2 * 26],
  ])('of %s besides the adapters are weights and biases of every layer norm', (modality, extra, count) => {
    const towers = towersOf([modality], fullSize);
    const names = learnedWeights(
      design('u2a', towers, 2, { trainable: { extra: [extra] } }),
      towers[0] ?? never(),
    );
    expect(names).toHaveLength(count);
    expect(names.every((name) => /norm|layrnorm/i.test(name))).toBe(true);
  });

  it('are none where the extra names another modality', () => {
    const towers = towersOf(['image'], fullSize);
    const u2a = design('u2a', towers, 2, { trainable: { extra: ['text.layerNorm'] } });
    expect(learnedWeights(u2a, towers[0] ?? never())).toEqual([]);
  });
});

describe('methods', () => {
  it('that align have something to align', () => {
    for (const method of methods) {
      const { aligns, substitute } = traitsOf(method);
      if (aligns) expect(['mask-token', 'predictor'], method).toContain(substitute);
    }
  });

  it('differ from u2a in one trait where their name says so', () => {
    const differing = (method: (typeof methods)[number]) => {
      const [one, other] = [traitsOf('u2a'), traitsOf(method)];
      return Object.keys(one).filter(
        (trait) => one[trait as keyof typeof one] !== other[trait as keyof typeof one],
      );
    };
    expect(differing('u2a-noalign')).toEqual(['aligns']);
    expect(differing('u2a-nodrop')).toEqual(['dropsModalities']);
    expect(differing('full-ft')).toEqual(['encoders']);
  });
});

function never(): never {
  throw new Error('no tower');
}
