import { tf } from '../model/backend.ts';
import type { Learnable } from '../model/parameters.ts';
import type { JobContext } from '../plan/job.ts';
import { type Availability, availabilityIn, hasSome } from './availability.ts';
import { modalitiesOf } from './job-input.ts';
import { measureRows } from './measure.ts';
import { overBatches } from './over-batches.ts';
import { predict } from './predict.ts';
import type { Run } from './run.ts';
import type { Samples } from './samples.ts';
import { encodeTokens, type Model } from './towers.ts';
import type { Work } from './work.ts';

/** Samples of validation and test lose their modalities by this seed, whatever the seed of a run. */
const fixedMaskSeed = 0;

/** What a run asks of the validation split; nothing, where neither early stopping nor selection wants it. */
export function validationOf(work: Work, model: Model): Pick<Run, 'validation'> {
  const { job, context, samples } = work;
  const { earlyStopping, select, missing } = job.params;
  if (earlyStopping === undefined && select === 'last') return {};
  const of = { split: 'val', maskSeed: fixedMaskSeed, operation: 'train' } as const;
  const availability = availabilityIn(samples, modalitiesOf(job), missing, of);
  const { towers } = model.design;
  const rows = samples.rowsOf('val', 'train').filter((row) => hasSome(availability, towers, row));
  const metric = earlyStopping?.metric ?? (samples.dataset.multiLabel ? 'f1-macro' : 'accuracy');
  const measure = async (learnable: Learnable) => {
    const scores = await scoreRows(model, learnable, { samples, availability }, rows, context);
    return measureRows(metric, scores, samples, rows);
  };
  const { scratchDirectory } = job;
  return {
    validation: {
      metric,
      measure,
      select,
      scratchDirectory,
      ...(earlyStopping && { patience: earlyStopping }),
    },
  };
}

/** Scores [rows, classes] of some rows as they are available, without dropout. */
async function scoreRows(
  model: Model,
  learnable: Learnable,
  data: { readonly samples: Samples; readonly availability: Availability },
  rows: readonly number[],
  context: JobContext,
): Promise<Float32Array> {
  const { samples, availability } = data;
  const { towers, classes } = model.design;
  const scores = new Float32Array(rows.length * classes);
  await overBatches(rows, 'validate', context, (batch, start) => {
    const available = towers.map(({ modality }) => batch.map((row) => availability.has(modality, row)));
    const values = tf.tidy(() => {
      const inputs = towers.map(({ modality }) => samples.input(modality, batch, 'train'));
      const tokens = encodeTokens(model, learnable, inputs, { selected: available, encoded: available });
      return predict(model.design, learnable, tokens, available, samples.dataset.multiLabel).dataSync();
    });
    scores.set(values, start * classes);
  });
  return scores;
}
