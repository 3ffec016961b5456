import pc from 'picocolors';

/** Where a verb writes: stdout carries results, stderr carries talk. Colour only repeats what a word says. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly talk: (text: string) => void;
  /** True when stderr is a terminal that may be redrawn. */
  readonly live: boolean;
  readonly width: number;
  readonly colours: ReturnType<typeof pc.createColors>;
}

/** A terminal over this process's streams; NO_COLOR, a pipe and TERM=dumb give plain lines. */
export function openTerminal(process: NodeJS.Process): Terminal {
  const plain =
    process.env['NO_COLOR'] !== undefined || process.env['TERM'] === 'dumb' || !process.stderr.isTTY;
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    talk: (text) => void process.stderr.write(`${text}\n`),
    live: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
    // A terminal that does not know its size says 0.
    width: process.stderr.columns || 100,
    colours: pc.createColors(!plain),
  };
}

/** `1 m 05 s`, `2 h 03 m`, `4.2 s`: the two largest units. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const [unit, large, small, smallUnit] =
    seconds < 3600 ? ([60, 'm', 1, 's'] as const) : ([3600, 'h', 60, 'm'] as const);
  const whole = Math.floor(seconds / unit);
  const rest = Math.floor((seconds - whole * unit) / small);
  return `${whole} ${large} ${String(rest).padStart(2, '0')} ${smallUnit}`;
}

/** Columns aligned by their widest cell; numbers to the right where `right` names the column. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string[] {
  const widths = rows.reduce<number[]>(
    (max, row) => row.map((cell, i) => Math.max(max[i] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, i) => (right.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
