import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { TaskId } from '../plan/plan.ts';
import { reach } from '../store/fault-points.ts';
import type { Table } from '../table/table.ts';
import { renderTerminal } from '../table/terminal.ts';
import { withArtifact } from './artifact.ts';
import type { LoadedPlan } from './load-plan.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** A table or figure whose files were written. */
interface WrittenResult {
  /** `results/emoji/robustness{.csv,.json}`, for people. */
  readonly files: string;
  /** Of a table: itself. */
  readonly table?: Table;
}

/** Prints every finished table, and writes its files and those of figures to `results/PIPELINE/NAME.*`. */
export async function printResults(
  loaded: LoadedPlan,
  artifacts: ReadonlyMap<TaskId, Digest>,
  { json }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const folder = join(loadSettings().results, loaded.plan.pipeline);
  for (const { files, table } of (await writeResults(loaded, artifacts, folder)).values()) {
    if (json) continue;
    if (table !== undefined) terminal.out(renderTerminal(table, terminal.colours).trimEnd());
    terminal.talk(`written: ${files}`);
  }
}

/** Writes the files of every finished table and figure, by name, in the order of the pipeline. */
export async function writeResults(
  loaded: LoadedPlan,
  artifacts: ReadonlyMap<TaskId, Digest>,
  folder: string,
): Promise<ReadonlyMap<string, WrittenResult>> {
  const { tables, figures } = loaded.pipeline;
  const written = new Map<string, WrittenResult>();
  for (const { name } of [...tables, ...figures]) {
    const artifact = artifacts.get(name);
    if (artifact !== undefined) written.set(name, await writeResult(loaded, artifact, folder, name));
  }
  return written;
}

/** Copies the files of a table or figure, `table.md` as `NAME.md` and `figure-dark.svg` as `NAME-dark.svg`. */
async function writeResult(
  { store }: LoadedPlan,
  artifact: Digest,
  folder: string,
  name: string,
): Promise<WrittenResult> {
  await mkdir(folder, { recursive: true });
  return withArtifact(store, artifact, async (source) => {
    const made = (await readdir(source)).sort();
    for (const file of made) {
      const target = join(folder, file.replace(/^(table|figure)/, name));
      await replaceFile(target, await readFile(join(source, file))).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (made.includes('table.json'))
          throw failure('LAC7206', { file: target, table: name, reason }, error);
        throw failure('LAC7302', { file: target, figure: name, reason }, error);
      });
    }
    const suffixes = made.map((file) => file.replace(/^(table|figure)/, ''));
    const files = `${relative(process.cwd(), join(folder, name))}{${suffixes.join(',')}}`;
    if (!made.includes('table.json')) return { files };
    return { files, table: JSON.parse(await readFile(join(source, 'table.json'), 'utf8')) as Table };
  });
}

/** A reader, a TeX run say, sees the old file or the new one, never half of one. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.new`;
  try {
    await writeFile(temporary, bytes);
    reach('cli:in-table');
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
