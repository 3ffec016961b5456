import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

/** Names of activations as `hidden_act` of a Hugging Face configuration spells them. */
export type Activation = 'gelu' | 'quick_gelu';

/** Checkpoint names of the parts of a transformer block. In a pattern for all blocks, `*` is the block's number. */
export interface BlockNames {
  readonly query: string;
  readonly key: string;
  readonly value: string;
  readonly output: string;
  readonly mlpIn: string;
  readonly mlpOut: string;
  /** In the order in which a block uses them. */
  readonly norms: readonly [string, string];
}

/** The names of one block by the pattern of all. */
export function namesOfBlock(pattern: BlockNames, layer: number): BlockNames {
  const name = (text: string) => text.replace('*', String(layer));
  const [first, second] = pattern.norms;
  return {
    query: name(pattern.query),
    key: name(pattern.key),
    value: name(pattern.value),
    output: name(pattern.output),
    mlpIn: name(pattern.mlpIn),
    mlpOut: name(pattern.mlpOut),
    norms: [name(first), name(second)],
  };
}

/** What all blocks of an encoder have in common. */
export interface BlockKind {
  /** Whether a norm stands before attention and MLP (ViT, AST), or after each sum (BERT). */
  readonly order: 'pre-norm' | 'post-norm';
  readonly heads: number;
  readonly activation: Activation;
  readonly epsilon: number;
  /** Whether the pretrained model has dropout of its own: of probabilities, and after attention and MLP (BERT). */
  readonly hasDropout: boolean;
}

/** An encoder between its embedding layer and its outputs, as plain data. */
export interface Transformer extends BlockKind {
  readonly layers: number;
  readonly blocks: BlockNames;
  /** Norm of all tokens, mask tokens too, before the first block. */
  readonly inputNorm?: string;
  /** Norm after the last block. */
  readonly outputNorm?: string;
  /** Tokens in front that outputs are made of: 1, or 2 with a distillation token. */
  readonly classTokens: number;
}

/** Embedded sequences. */
export interface Embedded {
  /** [batch, tokens, dim]; on the gradient tape where the embedding layer learns. */
  readonly tokens: Tensor3D;
  readonly learns: boolean;
  /** [batch, tokens], int32; 1 marks a real token. Absent: all are. */
  readonly attentionMask?: Tensor2D;
}
