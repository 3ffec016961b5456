import type { Split } from '../../schemas/generated/resolved.ts';
import { splitOrder } from '../dataset.ts';
import type { RawSamples } from './raw-sample.ts';

/** Samples per split as a paper gives them. */
export type PaperCounts = { readonly [split in Split]?: number };

/** The samples with one more note, which sets their counts per split beside those of the U2A paper. */
export function withPaperCounts(raw: RawSamples, paper: PaperCounts): RawSamples {
  const found = (split: Split) => raw.samples.filter((sample) => sample.split === split).length;
  const parts = splitOrder.flatMap((split) => {
    const count = found(split);
    const expected = paper[split];
    if (expected === undefined) return count === 0 ? [] : [`${split} ${grouped(count)}, none in the paper`];
    return count === expected
      ? [`${split} ${grouped(count)} as in the paper`]
      : [`${split} ${grouped(count)}, the paper has ${grouped(expected)}`];
  });
  return { ...raw, notes: [parts.join('; '), ...(raw.notes ?? [])] };
}

/** `67,988` */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
