import { setKey } from './set-cells.ts';

/**
 * Shapley value of `modality` in a game whose players are `modalities` and whose worth of a set is what `read` says of
 * its key: what the modality adds to a set, averaged over all orders in which modalities can come together (Shapley,
 * "A value for n-person games", 1953). The empty set counts as 0, for what chance would reach is not known here; so the
 * values of all modalities add up to that of the whole set. NaN where a set has none.
 */
export function shapleyValue(
  modality: string,
  modalities: readonly string[],
  read: (key: string) => number,
): number {
  const others = modalities.filter((other) => other !== modality);
  const value = (set: readonly string[]) => (set.length === 0 ? 0 : read(setKey(set)));
  return subsetsOf(others).reduce((sum, set) => {
    return sum + orders(set.length, others.length) * (value([...set, modality]) - value(set));
  }, 0);
}

/** s! (m - 1 - s)! / m!: the share of orders in which a certain modality comes right after just these s = `size`. */
function orders(size: number, others: number): number {
  let choices = 1;
  for (let step = 1; step <= size; step += 1) choices = (choices * (others - size + step)) / step;
  return 1 / (choices * (others + 1));
}

function subsetsOf(members: readonly string[]): string[][] {
  let sets: string[][] = [[]];
  for (const member of members) sets = [...sets, ...sets.map((set) => [...set, member])];
  return sets;
}
