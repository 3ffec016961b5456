import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Program } from '../activities/supervise.ts';

/** `.ts` when we run from source, `.js` when we run from dist. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** Path of a module of ours, named from the root without its suffix: `train/child`. */
export function modulePath(name: string): string {
  return fileURLToPath(new URL(`../${name}${extension}`, import.meta.url));
}

/** A module as a program for a process of its own, with the loader that TypeScript needs. */
export function programOf(module: string, env: Program['env'] = {}): Program {
  return { module, execArgv: module.endsWith('.ts') ? ['--import', loader()] : [], env };
}

// As an absolute address: the process may run in a folder where the name cannot be resolved.
function loader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
