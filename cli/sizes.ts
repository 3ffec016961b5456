import { failure } from '../diagnostics/failure.ts';

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `0 B`, `12.3 MB`, `1.2 GB`: powers of 1000, as file managers and disks count. */
export function describeBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}

const unitMs: { readonly [unit: string]: number } = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Ms of `90s`, `30m`, `1h`, `30d`, `2w`; throws LAC1920. */
export function parseAge(text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text) ?? [];
  const ms = unitMs[unit];
  if (ms === undefined) throw failure('LAC1920', { text });
  return Number(number) * ms;
}
