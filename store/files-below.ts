import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';

/** Paths of the regular files below a folder, sorted by code unit; anything else there is a failure. */
export async function filesBelow(root: string, folder = ''): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const name of (await readdir(join(root, folder))).sort()) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const found = await lstat(join(root, path));
    if (found.isDirectory()) paths.push(...(await filesBelow(root, path)));
    else if (found.isFile()) paths.push(path);
    else throw failure('LAC5005', { path, kind: found.isSymbolicLink() ? 'symbolic link' : 'special file' });
  }
  return paths.sort();
}

/** Whether a path names something below a folder: relative, with `/`, never leading out. */
export function isPlainPath(path: string): boolean {
  const parts = path.split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..') && !path.includes('\0');
}
