import type { JobContext } from '../plan/job.ts';
import type { Modality, Split } from '../schemas/generated/resolved.ts';
import { soundRate } from '../signal/log-mel.ts';
import { isOfClass, type RawSample, type RawSamples } from './adapters/raw-sample.ts';
import type { Shown } from './contact-sheet.ts';
import { modalityOrder } from './dataset.ts';
import { decodeSound } from './media/decode-sound.ts';
import { openPicture } from './open-picture.ts';
import { createProcessor, type ProcessSample } from './process-sample.ts';
import type { Processing } from './processing.ts';

/** How many samples of a class each split has. */
export interface ClassRow {
  readonly name: string;
  readonly counts: { readonly [split in Split]: number };
}

/** Sizes of one modality, measured on some of the samples that have it. */
export interface ModalityRow {
  readonly modality: Modality;
  /** Samples that lack it. */
  readonly missing: number;
  /** What is measured: the shorter side in pixels, tokens, seconds or frames. */
  readonly unit: 'pixels' | 'tokens' | 'seconds' | 'frames';
  readonly measured: number;
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
}

/** What a preprocess step would find. */
export interface Inspection {
  readonly name: string;
  readonly samples: number;
  readonly classes: readonly ClassRow[];
  readonly modalities: readonly ModalityRow[];
  readonly skipped: number;
  readonly notes: readonly string[];
  /** One sample of each class, processed. */
  readonly shown: readonly Shown[];
}

const mostMeasured = 200;
const mostShown = 12;

/** Counts all samples; measures and decodes some of them, spread over the data set. */
export async function inspectSamples(
  raw: RawSamples,
  processing: Processing,
  context: JobContext,
): Promise<Inspection> {
  const { name, samples, classes, skipped = [], notes = [] } = raw;
  const process = await createProcessor(processing);
  const modalities: ModalityRow[] = [];
  for (const modality of modalityOrder) {
    if (processing[modality] === undefined) continue;
    modalities.push(await measure(raw, modality, process, context));
  }
  const shown: Shown[] = [];
  for (const sample of onePerClass(raw)) {
    const processed = await process(sample, context);
    const className = classes[sample.label] ?? 'no class';
    shown.push({
      id: sample.id,
      className,
      processed,
      ...(sample.text !== undefined && { text: sample.text }),
    });
  }
  return {
    name,
    samples: samples.length,
    classes: classes.map((className, label) => ({ name: className, counts: countsOf(samples, label) })),
    modalities,
    skipped: skipped.length,
    notes,
    shown,
  };
}

function countsOf(samples: readonly RawSample[], label: number): ClassRow['counts'] {
  const own = samples.filter((sample) => isOfClass(sample, label));
  const count = (split: Split) => own.filter((sample) => sample.split === split).length;
  return { train: count('train'), val: count('val'), test: count('test') };
}

/** The first training sample of each class, or its first of any split; of many classes some, evenly spread. */
function onePerClass({ classes, samples }: RawSamples): readonly RawSample[] {
  const step = Math.max(1, classes.length / mostShown);
  const labels = Array.from({ length: Math.min(classes.length, mostShown) }, (_, at) =>
    Math.floor(at * step),
  );
  return labels.flatMap((label) => {
    const own = samples.filter((sample) => isOfClass(sample, label));
    const first = own.find(({ split }) => split === 'train') ?? own[0];
    return first === undefined ? [] : [first];
  });
}

const units = { image: 'pixels', text: 'tokens', audio: 'seconds', video: 'frames' } as const;

async function measure(
  { samples }: RawSamples,
  modality: Modality,
  process: ProcessSample,
  context: JobContext,
): Promise<ModalityRow> {
  const having = samples.filter((sample) => sample[modality] !== undefined);
  const step = Math.max(1, having.length / mostMeasured);
  const sizes: number[] = [];
  for (let at = 0; at < having.length; at += step) {
    context.signal.throwIfAborted();
    sizes.push(await sizeOf(having[Math.floor(at)] as RawSample, modality, process, context));
  }
  sizes.sort((a, b) => a - b);
  return {
    modality,
    missing: samples.length - having.length,
    unit: units[modality],
    measured: sizes.length,
    lowest: sizes[0] ?? 0,
    median: sizes[sizes.length >> 1] ?? 0,
    highest: sizes.at(-1) ?? 0,
  };
}

async function sizeOf(
  sample: RawSample,
  modality: Modality,
  process: ProcessSample,
  context: JobContext,
): Promise<number> {
  const { id, image, audio } = sample;
  if (modality === 'image' && image !== undefined) {
    const { width, height } = await openPicture({ id, image });
    return Math.min(width, height);
  }
  if (modality === 'audio' && audio !== undefined) {
    return (await decodeSound(audio, id, context)).length / soundRate;
  }
  const { [modality]: value } = await process(onlyWith(sample, modality), context);
  return value?.length ?? 0;
}

/** The sample without its other modalities, so that they need not be decoded. */
function onlyWith({ id, label, split, text, video }: RawSample, modality: Modality): RawSample {
  const own = modality === 'text' ? { text } : { video };
  return { id, label, split, ...(own as Pick<RawSample, 'text' | 'video'>) };
}
