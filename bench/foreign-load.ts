import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** The kernel counts processor time in hundredths of a second, whatever its own clock. */
const ticksPerSecond = 100;

/** Busy processor time of the whole machine so far, in seconds: user, nice, system, irq, softirq. */
function busySeconds(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq) / ticksPerSecond;
}

/** Processor time of a process and its ended children so far, in seconds; 0 once it is gone. */
function ownSeconds(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; utime to cstime are fields 14 to 17.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/**
 * Starts to watch; the function that it gives says which share of the machine, 0 to 1, programs other than `pids` used
 * since. Call it while they still run.
 */
export function watchForeignLoad(pids: readonly number[]): () => number {
  const own = () => [process.pid, ...pids].reduce((sum, pid) => sum + ownSeconds(pid), 0);
  const [startedAt, busyAtStart, ownAtStart] = [performance.now(), busySeconds(), own()];
  return () => {
    const elapsed = (performance.now() - startedAt) / 1000;
    const foreign = busySeconds() - busyAtStart - (own() - ownAtStart);
    return Math.max(0, foreign / (elapsed * availableParallelism()));
  };
}
