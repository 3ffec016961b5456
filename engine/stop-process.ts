import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, type Owner } from '../store/owner.ts';

const lookEveryMs = 25;

/** Asks a process to end, insists after the grace time, and returns when it is gone. */
export async function stopProcess(owner: Owner, graceMs: number): Promise<void> {
  signalProcess(owner, 'SIGTERM');
  if (await isGoneWithin(owner, graceMs)) return;
  signalProcess(owner, 'SIGKILL');
  await isGoneWithin(owner, graceMs);
}

/** Sends a signal to exactly this process, if it still lives. */
export function signalProcess(owner: Owner, signal: NodeJS.Signals): void {
  if (!isAlive(owner)) return;
  try {
    process.kill(owner.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

async function isGoneWithin(owner: Owner, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  while (isAlive(owner)) {
    if (performance.now() > until) return false;
    await wait(lookEveryMs);
  }
  return true;
}
