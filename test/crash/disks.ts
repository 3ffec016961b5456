import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small file system in memory, which can be filled to the last byte. */
export interface Disk extends Disposable {
  readonly fill: () => void;
  readonly free: () => void;
}

/** Mounts a file system of so many MiB at a folder, which is made. */
export function mountDisk(folder: string, mebibytes: number): Disk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  return {
    fill: () => fillUp(filler),
    free: () => rmSync(filler, { force: true }),
    // Lazily: a process that the test has just killed may still hold a file.
    [Symbol.dispose]: () => void execFileSync('umount', ['-l', folder]),
  };
}

function fillUp(path: string): void {
  const file = openSync(path, 'a');
  try {
    for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1) fillWith(file, Buffer.alloc(bytes));
  } finally {
    closeSync(file);
  }
}

/** Writes blocks until one has no room. */
function fillWith(file: number, block: Buffer): void {
  try {
    while (writeSync(file, block) === block.length);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
