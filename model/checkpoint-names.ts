import { distance } from 'fastest-levenshtein';
import type { TensorEntry } from '../tensor/header.ts';
import type { Encoder } from './encoder.ts';

/** A tensor of a checkpoint that does not fit, in words. */
interface Misfit {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
}

/** Which tensor of a checkpoint holds each tensor of an encoder, and everything that does not fit. */
interface CheckpointNames {
  /** Encoder's name -> checkpoint's name. */
  readonly sources: ReadonlyMap<string, string>;
  readonly misfits: readonly Misfit[];
}

/** Module names that Hugging Face models put before the encoder's own. */
const prefixes = {
  'clip-vit': /^(?:model\.|clip\.)*(?:vision_model\.)?/,
  bert: /^(?:model\.|bert\.|0\.auto_model\.)*/,
  ast: /^(?:model\.|audio_spectrogram_transformer\.)*/,
} as const;

/** Prefix under which `CLIPVisionModel`, `BertModel` and `ASTModel` store their tensors. */
export const writtenPrefix = { 'clip-vit': 'vision_model.', bert: '', ast: '' } as const;

/** Parts of larger checkpoints that the encoder does not use; anything else unknown is an error. */
const tolerated = {
  'clip-vit':
    /^(?:text_model\..*|(?:visual|text)_projection\.weight|logit_scale|logit_bias|embeddings\.position_ids)$/,
  bert: /^(?:cls\..*|classifier\..*|qa_outputs\..*|embeddings\.(?:position_ids|token_type_ids))$/,
  ast: /^classifier\..*$/,
} as const;

/** Tensors that a checkpoint may lack because the encoder never runs them. */
const optional = { 'clip-vit': /^$/, bert: /^pooler\./, ast: /^$/ } as const;

/** Names of layer norms in checkpoints converted from TensorFlow. */
function modernName(name: string): string {
  return name.replace(/LayerNorm\.gamma$/, 'LayerNorm.weight').replace(/LayerNorm\.beta$/, 'LayerNorm.bias');
}

/** What an encoder calls the tensor or module that a checkpoint calls `source`. */
export function encoderName(architecture: Encoder['architecture'], source: string): string {
  return modernName(source.replace(prefixes[architecture], ''));
}

const floating: readonly string[] = ['F32', 'F16', 'BF16'];
const nothing = 'nothing';

function describe(shape: readonly number[], type: string): string {
  return `[${shape.join(', ')}] of ${type}`;
}

/** Matches the names of a checkpoint with those of an encoder and checks every shape and type. */
export function checkpointNames(
  encoder: Encoder,
  entries: ReadonlyMap<string, TensorEntry>,
): CheckpointNames {
  const { architecture, tensors } = encoder;
  const sources = new Map<string, string>();
  const misfits: Misfit[] = [];
  for (const [source, { shape, type }] of entries) {
    const name = encoderName(architecture, source);
    const first = sources.get(name);
    if (first !== undefined) {
      misfits.push({ name: source, wanted: nothing, found: `the tensor that "${first}" is too` });
    } else if (Object.hasOwn(tensors, name)) sources.set(name, source);
    else if (!tolerated[architecture].test(name)) {
      misfits.push({ name: source, wanted: nothing, found: describe(shape, type) });
    }
  }
  for (const name of Object.keys(tensors)) {
    const source = sources.get(name);
    const misfit = misfitOf(encoder, name, source === undefined ? undefined : entries.get(source));
    if (misfit) misfits.push({ name: source ?? name, ...misfit });
  }
  return { sources, misfits };
}

function misfitOf(
  { architecture, tensors }: Encoder,
  name: string,
  entry: TensorEntry | undefined,
): Omit<Misfit, 'name'> | undefined {
  const shape = tensors[name]?.shape ?? [];
  const wanted = describe(shape, floating.join('|'));
  if (entry === undefined) return optional[architecture].test(name) ? undefined : { wanted, found: nothing };
  if (entry.shape.join() === shape.join() && floating.includes(entry.type)) return undefined;
  return { wanted, found: describe(entry.shape, entry.type) };
}

/** The partner of a name that is missing or unknown: the nearest of the other kind, if it is near at all. */
function nearest(name: string, others: readonly string[]): string | undefined {
  const bare = (text: string) => text.replace(/^(?:\w+_model\.|model\.|bert\.)+/, '');
  const ranked = others
    .map((other) => ({ other, edits: distance(bare(name), bare(other)) }))
    .sort((a, b) => a.edits - b.edits);
  const [best] = ranked;
  return best && best.edits <= Math.max(2, name.length / 4) ? best.other : undefined;
}

/** One line for each misfit: name, wanted, found; a missing tensor names the unknown one that is nearest. */
export function listMisfits(misfits: readonly Misfit[]): string {
  const unknown = misfits.filter(({ wanted }) => wanted === nothing).map(({ name }) => name);
  return misfits
    .map(({ name, wanted, found }) => {
      const near = found === nothing ? nearest(name, unknown) : undefined;
      const hint = near === undefined ? '' : `; perhaps it is called "${near}" there`;
      return `\n  "${name}": wanted ${wanted}, found ${found}${hint}`;
    })
    .join('');
}
