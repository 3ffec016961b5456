import type { FileOptions } from './read-file.ts';

/** What `run` is told. */
export interface RunCommandOptions extends FileOptions {
  /** Beginning of the digest that the plan must have. */
  readonly plan?: string;
  /** Write the LaTeX document of all results as well, see `report`. */
  readonly report?: boolean;
  /** The first failure ends the run; otherwise what does not depend on it goes on. */
  readonly failFast?: boolean;
  /** Return when the run is under way, in a process of its own. */
  readonly detach?: boolean;
  /** Id for the record, from the process that waits in `detach`. */
  readonly runId?: string;
}
