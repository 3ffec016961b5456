import type { Split } from '../schemas/generated/resolved.ts';

/** A sample as an adapter finds it: a picture file and a text, not yet decoded. */
export interface RawSample {
  readonly id: string;
  readonly label: number;
  readonly split: Split;
  /** Absolute path of a PNG, JPEG or WebP file. */
  readonly image: string;
  readonly text: string;
}

/** What an adapter reads. Labels are dense: every class has a sample. */
export interface RawSamples {
  readonly name: string;
  readonly classes: readonly string[];
  readonly samples: readonly RawSample[];
}
