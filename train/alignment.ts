import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import { type ModalityTokens, proxyOf, type RowMasks } from '../model/fusion.ts';

/** One proxy, what it should resemble, and the rows in which both exist. */
interface Pair {
  readonly proxy: Tensor2D;
  readonly target: Tensor2D;
  readonly rows: readonly number[];
}

/**
 * Alignment of proxies with the class tokens that they stand for (Eq. 6 of U2A): for each ordered pair of modalities
 * the mean over rows that have both of MSE(proxy, class token), summed over pairs and divided by M - 1. With one
 * proxy for all others, it is drawn to the mean of their class tokens, summed over modalities. A pair without rows
 * counts 0; without any, the loss is a constant 0. `detach` stops the gradient at class tokens.
 */
export function alignmentLoss(
  tokens: readonly ModalityTokens[],
  present: RowMasks,
  target: 'grad' | 'detach',
): Scalar {
  const goals = tokens.map(({ classToken }) => (target === 'grad' ? classToken : detach(classToken)));
  const isShared = tokens.length > 2 && tokens[0]?.proxies.length === 1;
  const pairs = tokens.flatMap((token, from) => {
    if (isShared) return [sharedPair(token, from, goals, present)];
    return goals.flatMap((goal, to) => {
      const proxy = from === to ? undefined : proxyOf(token, from, to);
      return proxy === undefined ? [] : [{ proxy, target: goal, rows: both(present[from], present[to]) }];
    });
  });
  const losses = pairs.flatMap((pair) => pairLoss(pair) ?? []);
  if (losses.length === 0) return tf.scalar(0);
  return tf.div(tf.addN(losses), isShared ? 1 : tokens.length - 1);
}

/** The one proxy of a modality against the mean of the others' class tokens, over those that are there. */
function sharedPair(
  token: ModalityTokens,
  from: number,
  goals: readonly Tensor2D[],
  present: RowMasks,
): Pair {
  const others = goals.flatMap((goal, to) => (to === from ? [] : [{ goal, mask: present[to] ?? [] }]));
  const counts = (present[from] ?? []).map((_, row) =>
    others.reduce((count, { mask }) => count + (mask[row] ?? 0), 0),
  );
  const shares = others.map(({ goal, mask }) => {
    const share = mask.map((has, row) => has / Math.max(1, counts[row] ?? 0));
    return tf.mul<Tensor2D>(goal, tf.tensor2d(share, [share.length, 1]));
  });
  const rows = (present[from] ?? []).map((has, row) => (has === 1 && (counts[row] ?? 0) > 0 ? 1 : 0));
  return { proxy: token.proxies[0] as Tensor2D, target: tf.addN(shares), rows };
}

/** Mean over the marked rows of the mean squared difference over the width; undefined without such rows. */
function pairLoss({ proxy, target, rows }: Pair): Scalar | undefined {
  const count = rows.reduce((sum, row) => sum + row, 0);
  if (count === 0) return undefined;
  const distance: Tensor1D = tf.mean(tf.square(tf.sub(proxy, target)), -1); // [batch]
  // Rows without both modalities hold zeros or placeholders: finite, so that a weight of 0 removes them.
  return tf.div(tf.sum(tf.mul(distance, tf.tensor1d([...rows]))), count);
}

function both(one: readonly number[] = [], other: readonly number[] = []): number[] {
  return one.map((has, row) => has * (other[row] ?? 0));
}

/** The same values, constant for the gradient tape. */
function detach<T extends Tensor>(value: T): T {
  return tf.customGrad((x) => ({
    value: tf.clone(x as Tensor),
    gradFunc: (dy: Tensor) => tf.zerosLike(dy),
  }))(value) as T;
}
