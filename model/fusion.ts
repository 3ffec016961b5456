import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from './backend.ts';
import type { Fusion } from './design.ts';

/**
 * What one tower says of a batch; rows of samples that it did not see hold zeros, never NaN. `proxies` stand in for
 * other modalities: one for each of the others, in their order, or one for all; none in methods without.
 */
export interface ModalityTokens {
  /** [batch, width] */
  readonly classToken: Tensor2D;
  /** Each [batch, width]. */
  readonly proxies: readonly Tensor2D[];
}

/** By modality, then by row of a batch: 1 where the modality is there, else 0. */
export type RowMasks = readonly (readonly number[])[];

/** A linear layer: weight [out, in], bias [out]. */
export interface LinearLayer {
  readonly weight: Tensor2D;
  readonly bias: Tensor1D;
}

/** Refuses batches in which a row has no modality at all. */
export function requireSomeModality(available: RowMasks): void {
  const rows = available[0]?.length ?? 0;
  for (let row = 0; row < rows; row += 1) {
    if (available.every((mask) => mask[row] === 0)) throw failure('LAC4133', { row });
  }
}

/** x weight^T + bias: [batch, in] -> [batch, out]. */
export function affine(x: Tensor2D, { weight, bias }: LinearLayer): Tensor2D {
  return tf.add(tf.matMul(x, weight, false, true), bias);
}

/** Maps all tokens of a modality to the common width; without a map they have it already. */
export function toCommonWidth(tokens: ModalityTokens, map: LinearLayer | undefined): ModalityTokens {
  if (map === undefined) return tokens;
  const proxies = tokens.proxies.map((token) => affine(token, map));
  return { classToken: affine(tokens.classToken, map), proxies };
}

/** The tensor in which modality `from` says what it expects of modality `to`: its own, or the shared one. */
export function proxyOf({ proxies }: ModalityTokens, from: number, to: number): Tensor2D | undefined {
  return proxies.length === 1 ? proxies[0] : proxies[to < from ? to : to - 1];
}

/** Values per row as a column that scales rows: [batch, 1]. */
export function column(values: readonly number[]): Tensor2D {
  return tf.tensor2d([...values], [values.length, 1]);
}

/**
 * The token that stands for each modality, per sample: its class token, or, where it is missing, the mean of what the
 * available modalities offer in its place, or its `fixed` token [1, width], or zero.
 */
export function select(
  tokens: readonly ModalityTokens[],
  available: RowMasks,
  fixed: readonly Tensor2D[] = [],
): Tensor2D[] {
  return tokens.map(({ classToken }, modality) => {
    const own = available[modality] ?? [];
    const kept: Tensor2D = tf.mul(classToken, column(own));
    const token = fixed[modality];
    const terms =
      token === undefined ? offers(tokens, available, modality) : [tf.mul(token, column(own.map(not)))];
    return terms.reduce<Tensor2D>((sum, term) => tf.add(sum, term), kept);
  });
}

/** The summands of the mean over available others, zero in rows that have the modality: [batch, width] each. */
function offers(tokens: readonly ModalityTokens[], available: RowMasks, missing: number): Tensor2D[] {
  const others = (row: number) =>
    available.reduce((count, mask, from) => (from === missing ? count : count + (mask[row] ?? 0)), 0);
  return tokens.flatMap((token, from) => {
    const proxy = from === missing ? undefined : proxyOf(token, from, missing);
    if (proxy === undefined) return [];
    const share = (available[from] ?? []).map((has, row) => {
      return (has * not(available[missing]?.[row] ?? 0)) / Math.max(1, others(row));
    });
    return [tf.mul(proxy, column(share)) as Tensor2D];
  });
}

function not(flag: number): number {
  return 1 - flag;
}

/** Sum of the tokens of all modalities, [batch, width]. */
export function sumOf(tokens: readonly Tensor2D[]): Tensor2D {
  return tokens.reduce((sum, token) => tf.add(sum, token));
}

/**
 * Gated sum: with g_m = sigmoid(W_m [T_1; ..; T_M] + b_m), one gate of `width` numbers for each modality m, the fused
 * token is the sum over m of g_m * T_m, elementwise. tokens: [batch, width] each; W_m: [width, M * width].
 */
function gatedSum(tokens: readonly Tensor2D[], gates: readonly LinearLayer[]): Tensor2D {
  const all: Tensor2D = tf.concat([...tokens], 1); // [batch, M * width]
  const opened = tokens.map((token, modality) => {
    const gate = gates[modality];
    return gate === undefined ? token : tf.mul<Tensor2D>(token, tf.sigmoid(affine(all, gate)));
  });
  return sumOf(opened);
}

/** One vector per sample from the token of each modality: [batch, width], concatenated [batch, M * width]. */
export function fuse(
  tokens: readonly Tensor2D[],
  fusion: Fusion,
  gates: readonly LinearLayer[] = [],
): Tensor2D {
  if (fusion === 'concat') return tf.concat([...tokens], 1);
  if (fusion === 'gate') return gatedSum(tokens, gates);
  return fusion === 'mean' ? tf.div(sumOf(tokens), tokens.length) : sumOf(tokens);
}

/**
 * Log of the mean probability of heads that each saw one modality, per sample over those that are available. logits:
 * [batch, classes] each. `several`: classes are independent, and the score is the logit of the mean probability.
 */
export function averageProbabilities(
  logits: readonly Tensor2D[],
  available: RowMasks,
  several: boolean,
): Tensor2D {
  const shares = available.map((mask) =>
    mask.map((has, row) => has / available.reduce((count, other) => count + (other[row] ?? 0), 0)),
  );
  const mean = (probability: (scores: Tensor2D) => Tensor2D): Tensor2D => {
    const terms = logits.map((scores, modality) =>
      tf.mul<Tensor2D>(probability(scores), column(shares[modality] ?? [])),
    );
    // Scores that float32 cannot tell from impossible must not become infinite.
    return tf.maximum(sumOf(terms), 1e-30);
  };
  if (!several) return tf.log(mean((scores) => tf.softmax(scores)));
  const no = mean((scores) => tf.sigmoid(tf.neg(scores)));
  return tf.sub(tf.log(mean((scores) => tf.sigmoid(scores))), tf.log(no));
}
