/** A way to adapt encoders to samples whose modalities may be missing; `pipeline.schema.json` describes each. */
export type Method =
  | 'u2a'
  | 'probe'
  | 'late-zero'
  | 'late-placeholder'
  | 'moddrop'
  | 'static-token'
  | 'u2a-noalign'
  | 'u2a-nodrop'
  | 'predictor'
  | 'map'
  | 'msp'
  | 'bitfit'
  | 'full-ft'
  | 'mmlora'
  | 'unimodal'
  | 'ensemble';

/** What makes a method the method it is. All other code asks for traits and never for a name. */
export interface Traits {
  /** The modalities that the model has towers for: all of the data, or the one that the author names. */
  readonly reads: 'all' | 'one';
  /** What learns inside the encoders. */
  readonly encoders: 'frozen' | 'adapters' | 'biases' | 'everything';
  /** Learned prompts in the first blocks: none, one set per encoder, or one per encoder and set of absent others. */
  readonly prompts: 'none' | 'by-modality' | 'by-case';
  /** What takes the place of the class token of a missing modality. */
  readonly substitute: 'mask-token' | 'static-token' | 'predictor' | 'placeholder' | 'zero';
  /** Whether substitutes are drawn towards the class tokens that they stand for. */
  readonly aligns: boolean;
  /** Whether training sometimes pretends that a modality is missing. */
  readonly dropsModalities: boolean;
  /** One head over fused tokens, or one per modality whose probabilities are averaged. */
  readonly heads: 'joint' | 'each';
  /** Whether each encoder is first fine-tuned alone, and frozen for what follows. */
  readonly tunesFirst: boolean;
}

const lateZero: Traits = {
  reads: 'all',
  encoders: 'adapters',
  prompts: 'none',
  substitute: 'zero',
  aligns: false,
  dropsModalities: false,
  heads: 'joint',
  tunesFirst: false,
};
const u2a: Traits = { ...lateZero, substitute: 'mask-token', aligns: true, dropsModalities: true };
const prompted: Traits = { ...lateZero, encoders: 'frozen' };

const table: { readonly [method in Method]: Traits } = {
  u2a,
  'u2a-noalign': { ...u2a, aligns: false },
  'u2a-nodrop': { ...u2a, dropsModalities: false },
  probe: { ...lateZero, encoders: 'frozen' },
  'late-zero': lateZero,
  'late-placeholder': { ...lateZero, substitute: 'placeholder' },
  moddrop: { ...lateZero, dropsModalities: true },
  'static-token': { ...lateZero, substitute: 'static-token', dropsModalities: true },
  predictor: { ...lateZero, substitute: 'predictor', aligns: true },
  // Without dropped modalities the prompts of its other cases would never be trained on complete data.
  map: { ...prompted, prompts: 'by-case', dropsModalities: true },
  msp: { ...prompted, prompts: 'by-modality' },
  bitfit: { ...lateZero, encoders: 'biases' },
  'full-ft': { ...u2a, encoders: 'everything' },
  mmlora: { ...lateZero, tunesFirst: true },
  unimodal: { ...lateZero, reads: 'one' },
  ensemble: { ...lateZero, heads: 'each' },
};

/** Every method, in the order of the documentation. */
export const methods = Object.keys(table) as readonly Method[];

/** The traits of a method. */
export function traitsOf(method: Method): Traits {
  return table[method];
}

/** Fine-tuning of one encoder with a head of its own: the first stage of methods that have two. */
export const tuningAlone: Traits = { ...lateZero, reads: 'one', encoders: 'everything' };

/** Whether a tower's tokens say something of the other modalities, which selection and alignment then use. */
export function hasProxies({ substitute }: Traits): boolean {
  return substitute === 'mask-token' || substitute === 'predictor';
}
