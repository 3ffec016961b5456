import { checkSchema } from './check-schema.ts';
import { Findings } from './findings.ts';
import { folderOf, joinPath } from './include-path.ts';
import { isRecord, type JsonRecord, member, textsOf } from './json-value.ts';
import { Places } from './places.ts';
import { childPointer, describePlace } from './pointer.ts';
import { readYaml } from './read-yaml.ts';
import { mayRefer } from './references.ts';
import { SourceText } from './source-text.ts';

/** The sections that are taken over from included files, and whose entries have names. */
export const namedSections = ['params', 'data', 'encoders', 'steps', 'tables', 'figures'] as const;

/** The most files that one pipeline is made of: no experiment needs more, and a loop of links ends. */
const fileLimit = 200;

/** The text of an included file, or why it cannot be had. `file` is a path as messages show it. */
export type ReadText = (file: string) => { readonly text: string } | { readonly why: string };

/** A file of a pipeline with what it says and where. */
export interface SourceFile {
  readonly file: string;
  /** The way from the folder of the pipeline's own file to that of this one; empty where they are the same. */
  readonly folder: string;
  readonly value: JsonRecord;
  readonly places: Places;
  /** The files that it names under `include`. */
  readonly includes: readonly string[];
}

/** What was read: included files before those that include them, so that the pipeline's own file is the last. */
export interface SourceFiles {
  readonly files: readonly SourceFile[];
  /** Text of every file by its path, also of those that are no YAML. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether every file that is named could be read, so that what is missing is missing indeed. */
  readonly isWhole: boolean;
}

/** Reads a file and all that it includes, each once. Problems go to `findings`, which are those of `places`. */
export function readSourceFiles(places: Places, readText: ReadText, findings: Findings): SourceFiles {
  const reader = new IncludeReader(readText);
  reader.read(places, '', findings, []);
  return reader;
}

class IncludeReader implements SourceFiles {
  readonly files: SourceFile[] = [];
  readonly texts = new Map<string, string>();
  isWhole = true;
  readonly #readText: ReadText;

  constructor(readText: ReadText) {
    this.#readText = readText;
  }

  /** `around`: the files that include this one, from the pipeline's own file on. */
  read(places: Places, folder: string, findings: Findings, around: readonly string[]): void {
    const { file, text } = places.source;
    this.texts.set(file, text);
    const value = readYaml(places, findings);
    if (value === undefined) {
      this.isWhole = false;
      return;
    }
    const path = [...around, file];
    const includes = textsOf(member(value, 'include')).flatMap(([index, written]) => {
      const pointer = childPointer('/include', index);
      return this.#include(written, { pointer, folder, path }, findings) ?? [];
    });
    if (around.length > 0) checkFragment(value, findings);
    this.files.push({ file, folder, value, places, includes });
  }

  /** The path of the file that is named at `pointer`, once it has been read. */
  #include(
    written: string,
    { pointer, folder, path }: { pointer: string; folder: string; path: readonly string[] },
    findings: Findings,
  ): string | undefined {
    if (mayRefer(written)) {
      findings.add('LAC1209', { text: written, where: describePlace(pointer) }, pointer);
      this.isWhole = false;
      return undefined;
    }
    const file = joinPath(folderOf(path.at(-1) ?? ''), written);
    if (path.includes(file)) {
      const cycle = [...path.slice(path.indexOf(file)), file].join(' -> ');
      findings.add('LAC1015', { path: cycle }, pointer, { hint: { text: 'delete one of these includes' } });
      this.isWhole = false;
      return undefined;
    }
    if (this.texts.has(file)) return file;
    if (this.texts.size >= fileLimit) {
      findings.add('LAC1016', { limit: fileLimit }, pointer);
      this.isWhole = false;
      return undefined;
    }
    const result = this.#readText(file);
    if ('why' in result) {
      findings.add('LAC1014', { file, why: result.why }, pointer, {
        hint: { text: 'write its path relative to the folder of this file' },
      });
      this.isWhole = false;
      return undefined;
    }
    const places = new Places(new SourceText(file, result.text));
    const own = new Findings(places);
    const between = joinPath(folder, folderOf(written));
    this.read(places, between === '.' ? '' : between, own, path);
    findings.absorb(own);
    return file;
  }
}

/** An included file needs no name and no steps; all that is not taken over is checked here, with the file itself. */
function checkFragment(value: JsonRecord, findings: Findings): void {
  const sections: readonly string[] = namedSections;
  const own = Object.entries(value).filter(([name, entry]) => !sections.includes(name) || !isRecord(entry));
  const step = { uses: 'preprocess', with: { data: 'any', image: {} } };
  checkSchema({ name: 'any', steps: { any: step }, ...Object.fromEntries(own) }, findings, () => []);
}
