import type { TensorValues } from '../tensor/safetensors.ts';
import type { ExportedModel } from './exported-model.ts';

/** The forms that a trained model can be exported in. */
export type ExportForm = 'model' | 'peft' | 'merged';

/** An encoder that a model was trained on. */
export interface BaseEncoder {
  /** Folder with its `config.json` and weights. */
  readonly directory: string;
  /** Where it comes from, for people: `hub:owner/model@commit`, the task that made it. */
  readonly source: string;
  readonly digest: string;
}

export type BaseEncoders = { readonly [modality: string]: BaseEncoder };

const classes = { 'clip-vit': 'CLIPVisionModel', bert: 'BertModel', ast: 'ASTModel' } as const;

/** The `README.md` of an export: what lies in the folder, where the encoders are from, and how Python loads it. */
export function exportReadme(
  form: ExportForm,
  model: ExportedModel,
  encoders: BaseEncoders,
  rest: TensorValues,
): string {
  const introduction = {
    model: 'A model that Lacuna trained, with the encoders it was trained on.',
    peft: 'LoRA adapters that Lacuna trained, one folder per encoder, in the format of Hugging Face PEFT.',
    merged:
      'Encoders with what Lacuna trained merged into their weights, one Hugging Face folder each. A pipeline reads one back as `encoders.MODALITY.from: ./FOLDER`.',
  }[form];
  const parts = [
    `# Model of method ${model.method}`,
    introduction,
    table(['encoder', 'class in transformers', 'trained on', 'digest'], encoderRows(form, model, encoders)),
    form === 'model' ? modelFiles : restTable(rest),
    form === 'model' ? '' : python[form],
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function encoderRows(form: ExportForm, model: ExportedModel, encoders: BaseEncoders): string[][] {
  return Object.entries(encoders).map(([modality, { source, digest }]) => {
    const folder = form === 'model' ? `encoders/${modality}/` : `${modality}/`;
    const architecture = model.encoders[modality]?.architecture;
    return [`\`${folder}\``, architecture ? classes[architecture] : '', `\`${source}\``, `\`${digest}\``];
  });
}

const modelFiles =
  '`model.json` describes the model, `model.safetensors` holds what was learned, `log.ndjson` has a line per training step.\n\nA pipeline scores it on samples that are made as its own were: `uses: evaluate`, `with: { model: ./FOLDER, dataset: STEP }`.';

function restTable(rest: TensorValues): string {
  const rows = Object.entries(rest).map(([name, { shape }]) => [`\`${name}\``, `[${shape.join(', ')}]`]);
  const replaces = Object.keys(rest).some((name) => name.split('.')[1] === 'encoder');
  return [
    '`rest.safetensors` holds what was learned outside of these folders:',
    table(['tensor', 'shape'], rows),
    ...(replaces ? ['`MODALITY.encoder.NAME` takes the place of the weight `NAME` of that encoder.'] : []),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

const tokens = `The mask token of an encoder is appended after its embedding layer as the last token (CLIP: before \`pre_layrnorm\`). The
outputs of class token and mask token, after the last norm, are what selection and head work on.`;

const python = {
  peft: `\`\`\`python
from peft import PeftModel
model = PeftModel.from_pretrained(encoder, "FOLDER")  # encoder: an object of the class above with the weights above
\`\`\`

${tokens}`,
  merged: `\`\`\`python
from transformers import CLIPVisionModel
model = CLIPVisionModel.from_pretrained("FOLDER")  # or the class above
\`\`\`

${tokens}`,
} as const;
