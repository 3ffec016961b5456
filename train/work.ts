import type { Job, JobContext } from '../plan/job.ts';
import type { TrainParams } from '../plan/params.ts';
import type { Availability } from './availability.ts';
import type { Samples } from './samples.ts';

/** What all stages of one training share. */
export interface Work {
  readonly job: Job<TrainParams>;
  readonly context: JobContext;
  readonly samples: Samples;
  /** Who has what among the training samples. */
  readonly availability: Availability;
}
