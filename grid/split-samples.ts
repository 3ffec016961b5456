/*
 * What operation `extract` leaves for operation `evaluate`: what a model says of each sample of a split for every set
 * of modalities, and all that is known of the samples besides.
 */

/** The files in the folder of an extraction. */
export const extractionFiles = {
  /** `SplitSamples`. */
  samples: 'samples.json',
  /** A tensor [rows, classes] for each set of modalities, named as cells are. */
  logits: 'logits.safetensors',
  /** Class tokens and what stands in for others, [rows, width]: `image.class`, `image.proxy.text`, `image.proxy`. */
  features: 'features.safetensors',
} as const;

/** The samples of one split. Lists go by `ids`, indices point into it. */
export interface SplitSamples {
  readonly version: 1;
  readonly dataset: string;
  readonly split: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly multiLabel: boolean;
  /** Those of the data, in order, whether or not the model reads them. */
  readonly modalities: readonly string[];
  /** By modality: the samples that came without it, ascending; a modality that all have is left out. */
  readonly lacking: { readonly [modality: string]: readonly number[] };
  /** Index of the class of each sample, where each has one. */
  readonly labels?: readonly number[];
  /** Indices of the classes of each sample, where it may have several or none. */
  readonly labelSets?: readonly (readonly number[])[];
  /** Of the model. */
  readonly parameters: { readonly total: number; readonly learnable: number };
}
