import { distance } from 'fastest-levenshtein';
import type { Hint } from '../diagnostics/diagnostic.ts';

/** The known name that a mistyped one most likely means: at most two in five letters differ, or it was cut short. */
export function suggest(name: string, known: Iterable<string>): Hint | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.round(name.length * 0.4)) + 1;
  for (const candidate of known) {
    const steps = isShortFor(name, candidate) ? 1 : distance(name, candidate);
    if (steps < least && name !== candidate) [best, least] = [candidate, steps];
  }
  return best === undefined ? undefined : { text: `did you mean "${best}"?`, replace: best };
}

function isShortFor(name: string, candidate: string): boolean {
  return name.length >= 2 && candidate.toLowerCase().startsWith(name.toLowerCase());
}

/** Names as a sentence lists them: `a, b or c`. */
export function choices(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
