import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

/*
 * Names a process so that a later one can tell whether it still runs. A pid alone is reused; with its start
 * time it is not. Boot and pid namespace are in the name because neither number means anything outside them.
 */
const place = createHash('sha256')
  .update(readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))
  .update(readlinkSync('/proc/self/ns/pid'))
  .digest('hex')
  .slice(0, 8);

/**
 * Clock ticks from boot to the start of a process; nothing when it does not run.
 * @param {number} pid
 * @returns {string | undefined}
 */
function startTicks(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name may hold spaces and parentheses; field 3 (the state) follows the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** This process: `PLACE-PID-TICKS`, usable as part of a file name. */
export const ownerName = `${place}-${process.pid}-${startTicks(process.pid)}`;

/**
 * Whether the process that gave itself this name still runs. `unknown`: it belongs to another boot, machine
 * or container, where its numbers cannot be judged.
 * @param {string} name
 * @returns {'running' | 'gone' | 'unknown'}
 */
export function ownerState(name) {
  const [itsPlace, pid, ticks] = name.split('-');
  if (itsPlace === undefined || pid === undefined || ticks === undefined) return 'gone';
  if (itsPlace !== place) return 'unknown';
  return startTicks(Number(pid)) === ticks ? 'running' : 'gone';
}

/**
 * The pid in an owner's name, for messages.
 * @param {string} name
 */
export function ownerPid(name) {
  return Number(name.split('-')[1]);
}
