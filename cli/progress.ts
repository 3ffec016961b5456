import type { Terminal } from './terminal.ts';

const everyMs = 5000;

/** Says something at most every five seconds, so that what is quick stays silent. */
export function everyFewSeconds(terminal: Terminal): (text: () => string) => void {
  let saidAt = performance.now();
  return (text) => {
    if (performance.now() - saidAt < everyMs) return;
    saidAt = performance.now();
    terminal.talk(text());
  };
}
