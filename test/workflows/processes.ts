import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, type Owner, ownerOf } from '../../store/owner.ts';

/** All living descendants of a process whose command line contains a text. */
export function descendants(root: number, text = ''): readonly Owner[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))] as const),
  );
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === root || isBelow(parent));
  };
  return [...parents.keys()]
    .filter((pid) => isBelow(pid) && commandOf(pid).includes(text))
    .flatMap((pid) => ownerOf(pid) ?? []);
}

function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return parent > 0 ? parent : undefined;
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Milliseconds until all of these processes are gone. The test's time limit is the limit. */
export async function msUntilGone(owners: readonly Owner[]): Promise<number> {
  const start = performance.now();
  while (owners.some(isAlive)) await wait(20);
  return performance.now() - start;
}
