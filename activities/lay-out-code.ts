import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CodeList } from '../data/sources/code.ts';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import { isPlainPath } from '../store/files-below.ts';
import type { Store } from '../store/store.ts';

/** Copies the code of a program from the store, which verifies it, into a folder. */
export async function layOutCode(store: Store, digest: Digest, directory: string): Promise<void> {
  const { files } = JSON.parse(new TextDecoder().decode(await store.getBytes(digest))) as CodeList;
  await mkdir(directory, { recursive: true });
  for (const { path, digest: content, executable } of files) {
    // The list is found by its digest, so that only somebody who could write any plan could write this one.
    if (!isPlainPath(path)) throw failure('LAC9001', { what: `code has a file "${path}"` });
    const place = join(directory, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, await store.getBytes(content), { flag: 'wx', mode: executable ? 0o755 : 0o644 });
  }
}
