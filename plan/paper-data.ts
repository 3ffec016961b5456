import type { DataSource } from '../schemas/generated/resolved.ts';

/** Samples of each split. */
export interface SplitCounts {
  readonly train: number;
  readonly val?: number;
  readonly test: number;
}

/**
 * How many samples a known data set has where its folder is not here: the counts of the U2A paper, and of the splits of
 * missing-aware prompts for a Food-101 that is trained on less. Undefined for data of one's own and for options that
 * change the counts in a way that only the files know.
 */
export function paperCounts({ adapter, with: options }: DataSource): SplitCounts | undefined {
  switch (adapter) {
    case 'food101':
      return food101(options.split.train);
    case 'mmimdb':
      return options.plot === 'all' ? undefined : { train: 15_552, val: 2_608, test: 7_799 };
    case 'kinetics-sound':
      return { train: 14_739, test: 2_594 };
    case 'ave':
      return options.dedupe === 'none' ? { train: 3_339, val: 402, test: 402 } : undefined;
    case 'crema-d':
      return options.split === 'actor-disjoint' ? undefined : { train: 6_698, test: 744 };
    default:
      return undefined;
  }
}

function food101(trained: readonly ('train' | 'val')[]): SplitCounts {
  const parts = { train: 61_142, val: 6_846 };
  const train = trained.reduce((sum, part) => sum + parts[part], 0);
  const rest = (['train', 'val'] as const).filter((part) => !trained.includes(part));
  return { train, ...(rest.includes('val') && { val: parts.val }), test: 22_716 };
}
