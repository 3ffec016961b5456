import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * A process, named so that it cannot be taken for another one: process numbers are used again, so the start
 * time (clock ticks since boot) and the boot belong to the name.
 */
export interface Owner {
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  readonly start: string;
}

/** The process with this number, or undefined when there is none (or it is only waiting to be reaped). */
export function ownerOf(pid: number): Owner | undefined {
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  // The name in parentheses may hold spaces and parentheses: count fields after the last one.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const start = fields?.[19];
  if (start === undefined || fields?.[0] === 'Z') return undefined;
  return { host: hostname(), boot: bootId(), pid, start };
}

/** This process. */
export function self(): Owner {
  return ownerOf(process.pid) ?? { host: hostname(), boot: bootId(), pid: process.pid, start: '0' };
}

/** Whether the very same process still runs. Of a process on another machine we know nothing: it counts as alive. */
export function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  if (owner.boot !== bootId()) return false;
  return ownerOf(owner.pid)?.start === owner.start;
}

/** A name for a temporary file or folder that tells whose it is. */
export function temporaryName(): string {
  const { host, boot, pid, start } = self();
  return [
    encodeURIComponent(host).replaceAll('.', '%2E'),
    boot,
    pid,
    start,
    randomBytes(6).toString('hex'),
  ].join('.');
}

/** The owner in a name made by `temporaryName`; undefined for any other name. */
export function ownerInName(name: string): Owner | undefined {
  const [host, boot, pid, start, random] = name.split('.');
  if (host === undefined || boot === undefined || start === undefined || random === undefined)
    return undefined;
  return { host: decodeURIComponent(host), boot, pid: Number(pid), start };
}

function bootId(): string {
  return readOrUndefined('/proc/sys/kernel/random/boot_id')?.trim() ?? 'unknown';
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
