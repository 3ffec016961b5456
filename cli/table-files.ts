import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Digest } from '../plan/digest.ts';
import type { TaskId } from '../plan/plan.ts';
import type { LoadedPlan } from './load-plan.ts';
import { loadSettings } from './settings.ts';
import { readTable, withArtifact } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Prints every finished table and writes its files to `results/PIPELINE/TABLE.{md,tex,csv,json}`. */
export async function printTables(
  loaded: LoadedPlan,
  artifacts: ReadonlyMap<TaskId, Digest>,
  { json }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { results } = loadSettings();
  const folder = join(results, loaded.plan.pipeline);
  for (const { name } of loaded.pipeline.tables) {
    const artifact = artifacts.get(name);
    if (artifact === undefined) continue;
    const written = await writeTable(loaded, artifact, folder, name);
    if (json) continue;
    terminal.out((await readTable(loaded.store, artifact, 'terminal', terminal)).trimEnd());
    terminal.talk(`written: ${written}`);
  }
}

async function writeTable(
  { store }: LoadedPlan,
  artifact: Digest,
  folder: string,
  name: string,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  return withArtifact(store, artifact, async (source) => {
    const suffixes = (await readdir(source)).map((file) => file.replace(/^table\./, '')).sort();
    for (const suffix of suffixes) {
      const target = join(folder, `${name}.${suffix}`);
      // A reader, a TeX run say, sees the old file or the new one, never half of one.
      await writeFile(`${target}.new`, await readFile(join(source, `table.${suffix}`)));
      await rename(`${target}.new`, target);
    }
    return `${relative(process.cwd(), join(folder, name))}.{${suffixes.join(',')}}`;
  });
}
