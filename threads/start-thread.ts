import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a worker thread on a program given without its extension, as `new URL('./program', import.meta.url)`: the
 * compiled one, or its source where the caller runs from sources, loaded by the tool that runs them.
 */
export function startThread(program: URL, options: WorkerOptions): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(`${program.href}${isSource ? '.ts' : '.js'}`);
  if (!isSource) return new Worker(file, options);
  const [loader, from] = [import.meta.resolve('tsx/esm/api'), file.href].map((url) => JSON.stringify(url));
  const start = `import(${loader}).then(({ tsImport }) => tsImport(${from}, ${from}))`;
  return new Worker(start, { ...options, eval: true, execArgv: [] });
}
