/** One measured number of one run. What is measured in percent is unrounded; `n` counts samples. */
export interface Score {
  /** Name of the cell of the grid. */
  readonly cell: string;
  readonly metric: string;
  /** Of metrics by class: its name. */
  readonly class?: string;
  /** Of metrics between tokens: what is there and what it stands in for, `image-to-text`. */
  readonly direction?: string;
  readonly value: number;
  readonly n: number;
}

/** Which number of a run is meant: a score, or what is derived from several. */
export interface ScoreQuery {
  readonly metric: string;
  /** Absent for what is derived from all cells. */
  readonly cell?: string;
  readonly class?: string;
  readonly direction?: string;
  readonly derive?: ScoreDerivation;
}

/** A number from several cells of a run; `recovery` also reads a second run. Formulas in `score/derive.ts`. */
export interface ScoreDerivation {
  readonly what: 'worst-subset' | 'relative-drop' | 'curve-area' | 'shapley' | 'recovery';
  /** Of `curve-area` the modality that is swept, of `shapley` the one whose share is asked. */
  readonly modality?: string;
}
