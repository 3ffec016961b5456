import type { Tensor2D } from '@tensorflow/tfjs-core';
import { activate } from './activation.ts';
import { type AttentionShape, attention, type LogitBias } from './attention.ts';
import { dropout, type Survivors, survivorPair, survivors } from './dropout.ts';
import { add, chain, sum } from './kernels.ts';
import { norm } from './layer-norm.ts';
import { linear } from './linear.ts';
import { keptRows, type Layer, type Pass, type Rows, type Site, scoped, siteSeed } from './pass.ts';
import { countOf, pick, unpick, type Wanted } from './tokens.ts';
import type { BlockKind, BlockNames } from './transformer-kind.ts';

/** One block of one call. */
export interface Block {
  readonly kind: BlockKind;
  readonly names: BlockNames;
  readonly layer: number;
  readonly batch: number;
  readonly tokens: number;
  /** Tokens whose outputs are computed; fewer than all in the last block only. */
  readonly wanted: Wanted;
  readonly logitBias?: LogitBias;
}

/** Runs a block over rows [batch * tokens, dim]: [batch * wanted, dim]. */
export function runBlock(pass: Pass, x: Tensor2D, block: Block): Layer {
  return block.kind.order === 'pre-norm' ? preNorm(pass, x, block) : postNorm(pass, x, block);
}

/** h = x + attention(norm(x)); h + mlp(norm(h)) */
function preNorm(pass: Pass, x: Tensor2D, block: Block): Layer {
  const { names, kind, tokens, wanted } = block;
  const middle = scoped(pass, () => {
    const normed = norm(pass, x, names.norms[0], kind.epsilon);
    const attended = selfAttention(pass, normed, block, pick(x, tokens, wanted));
    return {
      value: attended.value,
      back: (dy) => add(unpick(dy, tokens, wanted), normed.back(attended.back(dy))),
    };
  });
  const out = scoped(pass, () => {
    const normed = norm(pass, middle.value, names.norms[1], kind.epsilon);
    const mlp = feedForward(pass, normed, block, middle.value);
    return { value: mlp.value, back: (dy) => add(dy, normed.back(mlp.back(dy))) };
  });
  return { value: out.value, back: (dy) => middle.back(out.back(dy)) };
}

/** h = norm(x + attention(x)); norm(h + mlp(h)) */
function postNorm(pass: Pass, x: Tensor2D, block: Block): Layer {
  const { names, kind, tokens, wanted } = block;
  const middle = scoped(pass, () => {
    const attended = selfAttention(pass, keptRows(pass, x), block);
    const dropped = frozenDropout(pass, attended.value, block, 'attentionOutput');
    const normed = norm(pass, add(pick(x, tokens, wanted), dropped.value), names.norms[0], kind.epsilon);
    const back = (dy: Tensor2D) => {
      const dSum = normed.back(dy);
      return add(unpick(dSum, tokens, wanted), attended.back(dropped.back(dSum)));
    };
    return { ...normed, back };
  });
  const out = scoped(pass, () => {
    const mlp = feedForward(pass, middle, block);
    const dropped = frozenDropout(pass, mlp.value, block, 'mlpOutput');
    const normed = norm(pass, add(middle.value, dropped.value), names.norms[1], kind.epsilon);
    const back = (dy: Tensor2D) => {
      const dSum = normed.back(dy);
      return add(dSum, mlp.back(dropped.back(dSum)));
    };
    return { value: normed.value, back };
  });
  return { value: out.value, back: (dy) => middle.back(out.back(dy)) };
}

/** Rate of the pretrained model's own dropout in this pass; 0 outside training. */
function frozenRate({ options }: Pass, { hasDropout }: BlockKind): number {
  return options.training && hasDropout ? options.frozenDropout : 0;
}

function frozenDropout(pass: Pass, x: Tensor2D, { layer, kind }: Block, site: Site): Layer {
  return dropout(pass, x, frozenRate(pass, kind), siteSeed(pass, layer, site));
}

/** Multi-head self-attention of the wanted tokens over all tokens, with its output projection, plus `plus`. */
function selfAttention(pass: Pass, x: Rows, block: Block, plus?: Tensor2D): Layer {
  return scoped(pass, () => selfAttentionLayer(pass, x, block, plus));
}

function selfAttentionLayer(pass: Pass, x: Rows, block: Block, plus?: Tensor2D): Layer {
  const { names, tokens, wanted } = block;
  const asking = wanted.first === tokens ? x : pickedRows(x, tokens, wanted);
  const [queryMask, outputMask] = adapterMasks(pass, asking.value, block, ['query', 'output']);
  const [keyMask, valueMask] = adapterMasks(pass, x.value, block, ['key', 'value']);
  const query = linear(pass, asking, names.query, queryMask);
  const key = linear(pass, x, names.key, keyMask);
  const value = linear(pass, x, names.value, valueMask);
  const projected = { query: query.value, key: key.value, value: value.value };
  const context = attention(pass, projected, attentionShape(pass, block));
  const output = linear(pass, keptRows(pass, context.value), names.output, outputMask, plus);
  return {
    value: output.value,
    back: (dy) => {
      const gradients = context.back(sum(output.back(dy)));
      const dAsking = query.back(gradients.query).map((term) => unpick(term, tokens, wanted));
      return sum([...dAsking, ...key.back(gradients.key), ...value.back(gradients.value)]);
    },
  };
}

function attentionShape(
  pass: Pass,
  { batch, tokens, wanted, kind, layer, logitBias }: Block,
): AttentionShape {
  return {
    batch,
    queries: countOf(wanted),
    tokens,
    heads: kind.heads,
    ...(logitBias && { logitBias }),
    dropout: frozenRate(pass, kind),
    seed: siteSeed(pass, layer, 'attention'),
  };
}

/** The wanted rows of `x`, taken again in the backward pass. */
function pickedRows(x: Rows, tokens: number, wanted: Wanted): Rows {
  return {
    value: pick(x.value, tokens, wanted),
    later: () => {
      const whole = x.later();
      return () => pick(whole(), tokens, wanted);
    },
  };
}

/** The MLP, plus `plus`. */
function feedForward(pass: Pass, x: Rows, block: Block, plus?: Tensor2D): Layer {
  return scoped(pass, () => feedForwardLayer(pass, x, block, plus));
}

function feedForwardLayer(pass: Pass, x: Rows, { names, kind, layer }: Block, plus?: Tensor2D): Layer {
  const wide = linear(pass, x, names.mlpIn, adapterMask(pass, x.value, names.mlpIn, layer, 'mlp-in'));
  const active = activate(pass, wide.value, kind.activation);
  const mask = adapterMask(pass, active.value, names.mlpOut, layer, 'mlp-out');
  const out = linear(pass, active, names.mlpOut, mask, plus);
  return {
    value: out.value,
    back: (dy) => chain(sum(out.back(dy)), active.back, (d) => sum(wide.back(d))),
  };
}

/** Rate of the dropout before adapters in this pass; 0 outside training. */
function adapterRate({ options }: Pass): number {
  return options.training ? (options.adapters?.dropout ?? 0) : 0;
}

function adapterMask(
  pass: Pass,
  x: Tensor2D,
  name: string,
  layer: number,
  site: Site,
): Survivors | undefined {
  if (pass.options.adapters?.matrices[name] === undefined) return undefined;
  return survivors(x.shape, adapterRate(pass), siteSeed(pass, layer, site));
}

/** Dropout masks of two adapters whose inputs have one shape. */
function adapterMasks(
  pass: Pass,
  x: Tensor2D,
  { names, layer }: Block,
  pair: readonly ['query', 'output'] | readonly ['key', 'value'],
): readonly (Survivors | undefined)[] {
  const matrices = pass.options.adapters?.matrices ?? {};
  if (pair.every((part) => matrices[names[part]] === undefined)) return [];
  return (
    survivorPair(x.shape, adapterRate(pass), siteSeed(pass, layer, `${pair[0]}-${pair[1]}` as Site)) ?? []
  );
}
