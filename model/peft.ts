import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { TensorValue } from '../tensor/element-type.ts';
import { readTensors, replaceFile, type TensorValues, writeTensors } from '../tensor/safetensors.ts';
import { encoderName, writtenPrefix } from './checkpoint-names.ts';
import { type Fields, isFields } from './config-reader.ts';
import type { Encoder } from './encoder.ts';
import type { AdapterMatrices } from './merge-adapter.ts';

/*
 * LoRA adapters of one encoder as Hugging Face PEFT stores them: a folder with `adapter_config.json` and
 * `adapter_model.safetensors`, for a `CLIPVisionModel`, `BertModel` or `ASTModel`.
 */

type Architecture = Encoder['architecture'];

/** Adapters by the encoder's name of the projection that they sit on; the update is alpha / rank times B A. */
export interface PeftAdapters {
  readonly rank: number;
  readonly alpha: number;
  readonly dropout: number;
  readonly matrices: { readonly [projection: string]: AdapterMatrices };
}

/** Where Python finds the encoder that adapters were trained on, if it can. */
export interface BaseModel {
  readonly name: string;
  readonly revision?: string;
}

const configFile = 'adapter_config.json';
const tensorsFile = 'adapter_model.safetensors';
/** What `PeftModel` puts before the names of the model that it wraps. */
const wrapper = 'base_model.model.';

/** Writes a folder that `peft.PeftModel.from_pretrained` reads. Each projection is named in full, so no other is hit. */
export async function writePeft(
  directory: string,
  architecture: Architecture,
  adapters: PeftAdapters,
  base?: BaseModel,
): Promise<void> {
  const prefix = writtenPrefix[architecture];
  const config = {
    peft_type: 'LORA',
    task_type: null,
    base_model_name_or_path: base?.name ?? null,
    revision: base?.revision ?? null,
    inference_mode: true,
    r: adapters.rank,
    lora_alpha: adapters.alpha,
    lora_dropout: adapters.dropout,
    target_modules: Object.keys(adapters.matrices).map((projection) => prefix + projection),
    bias: 'none',
    fan_in_fan_out: false,
    init_lora_weights: true,
    modules_to_save: null,
  };
  const tensors = Object.entries(adapters.matrices).flatMap(([projection, { A, B }]) => {
    const name = `${wrapper}${prefix}${projection}`;
    return [[`${name}.lora_A.weight`, A] as const, [`${name}.lora_B.weight`, B] as const];
  });
  await mkdir(directory, { recursive: true });
  await writeTensors(join(directory, tensorsFile), Object.fromEntries(tensors), { format: 'pt' });
  await replaceFile(join(directory, configFile), async (handle) => {
    await handle.writeFile(`${JSON.stringify(config, undefined, 2)}\n`);
  });
}

/** Reads a PEFT folder for an encoder of `architecture`; anything but plain LoRA is a failure. */
export async function readPeft(directory: string, architecture: Architecture): Promise<PeftAdapters> {
  const config = await readConfig(join(directory, configFile));
  const file = join(directory, tensorsFile);
  const { rank } = config;
  const { matrices, problems } = pair(await readTensors(file), architecture, rank);
  if (problems.length > 0) throw failure('LAC4302', { file, rank, problems: problems.join('; ') });
  return { ...config, matrices };
}

/** Options of PEFT that change what an adapter computes, and the values with which it is plain LoRA. */
const plain: { readonly [field: string]: readonly unknown[] } = {
  peft_type: ['LORA'],
  bias: ['none'],
  fan_in_fan_out: [false],
  use_dora: [false],
  use_rslora: [false],
  lora_bias: [false],
  modules_to_save: [null],
  layer_replication: [null],
};
const empty = ['rank_pattern', 'alpha_pattern'] as const;

async function readConfig(file: string): Promise<Omit<PeftAdapters, 'matrices'>> {
  const refuse = (why: string, cause?: unknown) => failure('LAC4301', { file, why }, cause);
  let fields: unknown;
  try {
    fields = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (!isFields(fields)) throw refuse('it is not a JSON object');
  const problems = problemsOf(fields);
  if (problems.length > 0) throw refuse(problems.join('; '));
  const { r, lora_alpha: alpha, lora_dropout: dropout } = fields as { [field: string]: number };
  return { rank: r ?? 0, alpha: alpha ?? 0, dropout: dropout ?? 0 };
}

function problemsOf(fields: Fields): string[] {
  const show = (name: string) => `"${name}" is ${JSON.stringify(fields[name]) ?? 'absent'}`;
  const isAbsent = (name: string) => fields[name] === undefined;
  const isPositive = (value: unknown) => typeof value === 'number' && value > 0;
  const unusual = Object.entries(plain).flatMap(([name, values]) =>
    isAbsent(name) && name !== 'peft_type' ? [] : values.includes(fields[name]) ? [] : [show(name)],
  );
  const patterns = empty.filter((name) => Object.keys((fields[name] as object | null) ?? {}).length > 0);
  const { r, lora_alpha: alpha, lora_dropout: dropout } = fields;
  return [
    ...unusual,
    ...patterns.map(show),
    ...(Number.isInteger(r) && isPositive(r) ? [] : [show('r')]),
    ...(isPositive(alpha) ? [] : [show('lora_alpha')]),
    ...(dropout === undefined || typeof dropout === 'number' ? [] : [show('lora_dropout')]),
  ];
}

interface Pairs {
  readonly matrices: { readonly [projection: string]: AdapterMatrices };
  readonly problems: readonly string[];
}

/** Puts both matrices of each projection together. */
function pair(tensors: TensorValues, architecture: Architecture, rank: number): Pairs {
  const found = new Map<string, { A?: TensorValue; B?: TensorValue }>();
  const problems: string[] = [];
  for (const [source, value] of Object.entries(tensors)) {
    const [, module, letter] =
      /^(?:base_model\.model\.)?(.+)\.lora_([AB])(?:\.default)?\.weight$/.exec(source) ?? [];
    const side = letter === 'A' ? 0 : 1;
    if (module === undefined) problems.push(`"${source}" is no LoRA matrix`);
    else if (value.shape.length !== 2 || value.shape[side] !== rank)
      problems.push(`"${source}" is [${value.shape.join(', ')}]`);
    else {
      const projection = encoderName(architecture, module);
      found.set(projection, { ...found.get(projection), [letter as 'A' | 'B']: value });
    }
  }
  const pairs = [...found].flatMap(([projection, { A, B }]) => {
    if (A !== undefined && B !== undefined) return [[projection, { A, B }] as const];
    problems.push(`"${projection}" lacks one of its two matrices`);
    return [];
  });
  return { matrices: Object.fromEntries(pairs), problems };
}
