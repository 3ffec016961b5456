import type { EncodeOptions, Encoder } from './encoder.ts';
import type { LoraOptions } from './lora.ts';
import type { Traits } from './methods.ts';

/** A kind of input. A video is some pictures of one sample, read by an image encoder. */
export type Modality = 'image' | 'text' | 'audio' | 'video';

/** The encoder of one modality and how its output is read. */
export interface Tower extends Pick<EncodeOptions, 'outputNorm' | 'classToken'> {
  readonly modality: Modality;
  readonly encoder: Encoder;
}

/** How the tokens of all modalities become one vector; `fuse` defines each. */
export type Fusion = 'sum' | 'mean' | 'concat' | 'gate';

/** Layers whose own weights learn besides what the method learns: every layer norm of one encoder. */
export type TrainableExtra = `${Modality}.layerNorm`;

/** How mask tokens are laid out and who sees them. */
export interface MaskTokenOptions {
  /** `pairwise`: an encoder has one for each other modality, in their order. `shared`: one for all others. */
  readonly mode: 'pairwise' | 'shared';
  /** Whether other tokens of the sequence may attend to it. */
  readonly visibility: EncodeOptions['visibility'];
}

/** Learned prompts: `length` tokens in each of the first `layers` blocks. */
export interface PromptOptions {
  readonly length: number;
  readonly layers: number;
  /** Weight of the penalty on prompts of different encoders that resemble each other. */
  readonly orthogonality: number;
}

/** What runs in place of a missing input. */
export interface MissingInput {
  /** `skip`: nothing. `placeholder`: the encoder runs on an empty input, and its output is not used. */
  readonly compute: 'skip' | 'placeholder';
  /** Value of every normalised pixel of an empty picture. */
  readonly placeholder: 'zeros' | 'ones';
}

/** How the pictures of a video become one sequence or one token; see `fuseFrames`. */
export interface VideoOptions {
  readonly fuse: 'mean' | 'max' | 'concat-tokens';
}

/** The options of a model that its file keeps: with encoders and classes they make a `Design`. */
export interface DesignOptions {
  readonly lora: LoraOptions;
  readonly fusion: Fusion;
  readonly maskToken: MaskTokenOptions;
  readonly prompts: PromptOptions;
  readonly video: VideoOptions;
  readonly missingInput: MissingInput;
  readonly trainable: { readonly extra: readonly TrainableExtra[] };
}

/** All that decides which tensors a model has and how they are used; no weights. */
export interface Design extends DesignOptions {
  readonly traits: Traits;
  /** In the order of the data's modalities. Every list with an entry per modality follows it. */
  readonly towers: readonly Tower[];
  readonly classes: number;
}

/** Width of the tokens that are fused: that of the widest encoder. */
export function commonWidth({ towers }: Pick<Design, 'towers'>): number {
  return Math.max(...towers.map(({ encoder }) => encoder.dim));
}

/** How many mask tokens each encoder has. */
export function maskTokenCount({ traits, towers, maskToken }: Design): number {
  if (traits.substitute !== 'mask-token' || towers.length < 2) return 0;
  return maskToken.mode === 'shared' ? 1 : towers.length - 1;
}

/** How many sets of prompts each encoder has: one per set of the other modalities that may be absent, or one. */
export function promptCases({ traits, towers }: Design): number {
  if (traits.prompts === 'none') return 0;
  return traits.prompts === 'by-modality' ? 1 : 2 ** (towers.length - 1);
}

/** `LayerNorm`, `layernorm_before`, `layer_norm1`, and CLIP's misspelt `pre_layrnorm`. */
const normName = /laye?r_?norm/i;

/** Which weights of a tower's encoder learn, by their name in the checkpoint. */
export function learnsOf({ traits, trainable }: Design, { modality }: Tower): (name: string) => boolean {
  if (traits.encoders === 'everything') return () => true;
  const hasNorms = trainable.extra.includes(`${modality}.layerNorm`);
  const hasBiases = traits.encoders === 'biases';
  return (name) => (hasBiases && name.endsWith('.bias')) || (hasNorms && normName.test(name));
}

/** Names of the encoder's weights that learn. */
export function learnedWeights(design: Design, tower: Tower): readonly string[] {
  return Object.keys(tower.encoder.tensors).filter(learnsOf(design, tower));
}
