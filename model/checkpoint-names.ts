import type { TensorEntry } from '../tensor/header.ts';
import type { Encoder } from './encoder.ts';

/** Which tensor of a checkpoint holds each tensor of an encoder, and everything that does not fit. */
interface CheckpointNames {
  /** Encoder's name -> checkpoint's name. */
  readonly sources: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Module names that Hugging Face models put before the encoder's own. */
const prefixes = {
  'clip-vit': /^(?:model\.|clip\.)*(?:vision_model\.)?/,
  bert: /^(?:model\.|bert\.|0\.auto_model\.)*/,
} as const;

/** Parts of larger checkpoints that the encoder does not use; anything else unknown is an error. */
const tolerated = {
  'clip-vit':
    /^(?:text_model\..*|(?:visual|text)_projection\.weight|logit_scale|logit_bias|embeddings\.position_ids)$/,
  bert: /^(?:cls\..*|classifier\..*|qa_outputs\..*|embeddings\.(?:position_ids|token_type_ids))$/,
} as const;

/** Tensors that a checkpoint may lack because the encoder never runs them. */
const optional = { 'clip-vit': /^$/, bert: /^pooler\./ } as const;

/** Names of layer norms in checkpoints converted from TensorFlow. */
function modernName(name: string): string {
  return name.replace(/LayerNorm\.gamma$/, 'LayerNorm.weight').replace(/LayerNorm\.beta$/, 'LayerNorm.bias');
}

const floating: ReadonlySet<string> = new Set(['F32', 'F16', 'BF16']);

function fault(encoder: Encoder, name: string, entry: TensorEntry | undefined): string | undefined {
  const wanted = encoder.tensors[name]?.shape ?? [];
  if (entry === undefined) {
    return optional[encoder.architecture].test(name) ? undefined : `"${name}" is missing`;
  }
  if (entry.shape.join() !== wanted.join()) return `"${name}" is [${entry.shape}] instead of [${wanted}]`;
  return floating.has(entry.type) ? undefined : `"${name}" is ${entry.type} instead of F32, F16 or BF16`;
}

/** Matches the names of a checkpoint with those of an encoder and checks every shape and type. */
export function checkpointNames(
  encoder: Encoder,
  entries: ReadonlyMap<string, TensorEntry>,
): CheckpointNames {
  const { architecture } = encoder;
  const sources = new Map<string, string>();
  const problems: string[] = [];
  for (const source of entries.keys()) {
    const name = modernName(source.replace(prefixes[architecture], ''));
    if (!Object.hasOwn(encoder.tensors, name)) {
      if (!tolerated[architecture].test(name)) problems.push(`"${source}" is unknown`);
    } else if (sources.has(name)) problems.push(`"${source}" and "${sources.get(name)}" are the same tensor`);
    else sources.set(name, source);
  }
  for (const name of Object.keys(encoder.tensors)) {
    const source = sources.get(name);
    const problem = fault(encoder, name, source === undefined ? undefined : entries.get(source));
    if (problem !== undefined) problems.push(problem);
  }
  return { sources, problems };
}
