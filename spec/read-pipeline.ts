import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { buildPipeline } from './build-pipeline.ts';
import { checkCommands } from './check-commands.ts';
import { checkCycles } from './check-cycles.ts';
import { checkFigures } from './check-figures.ts';
import { checkGrids } from './check-grid.ts';
import { checkModels } from './check-models.ts';
import { checkNames } from './check-names.ts';
import { checkSchema } from './check-schema.ts';
import { checkTables } from './check-tables.ts';
import { matrixOf, sampleCombinations, viewFile } from './file-view.ts';
import { Findings } from './findings.ts';
import { asRecord, isRecord, type JsonRecord, type JsonValue, member } from './json-value.ts';
import { mergeFiles } from './merge-files.ts';
import type { Combination, Pipeline } from './pipeline.ts';
import { Places } from './places.ts';
import { childPointer, describePlace, pointerNames } from './pointer.ts';
import { type ReadText, readSourceFiles } from './read-includes.ts';
import { rebasePaths } from './rebase-paths.ts';
import { originNotes, resolveReferences } from './resolve-references.ts';
import { fileSchema, fillDefaults } from './schema-node.ts';
import { SourceText } from './source-text.ts';
import { holdsReference, substituteAxes } from './substitute.ts';

const entryLimit = 2000;

/** The text of a pipeline file and what its references may take from outside. */
export interface PipelineSource {
  /** The name of the file, as messages show it. */
  readonly file: string;
  readonly text: string;
  /** Values of `--set NAME=VALUE`, read as YAML scalars. */
  readonly set?: { readonly [name: string]: string };
  readonly env?: { readonly [name: string]: string | undefined };
  /** The text of an included file by its path, seen from where `file` is seen; without it nothing can be included. */
  readonly readText?: ReadText;
}

/** The pipeline, where the file has no errors, and all problems of the file sorted by position. */
export interface PipelineReading {
  readonly pipeline?: Pipeline;
  readonly diagnostics: readonly Diagnostic[];
  /** Text of the file and of all that it includes, by the name that spans give. */
  readonly texts: ReadonlyMap<string, string>;
}

const nothingElse: ReadText = () => ({ why: 'only this file is read here' });

/** Reads and checks a pipeline file. Never throws: whatever is wrong with the text is a diagnostic. */
export function readPipeline(input: PipelineSource): PipelineReading {
  const { file, text, set = {}, env = {}, readText = nothingElse } = input;
  const places = new Places(new SourceText(file, text));
  const findings = new Findings(places);
  const { files, texts, isWhole } = readSourceFiles(places, readText, findings);
  const written = isWhole ? mergeFiles(files, places, findings) : undefined;
  if (written === undefined) return { diagnostics: findings.sorted(), texts };
  const outside = { set, env };
  const replaced = resolveReferences(written, outside, places, findings);
  if (!checkCounts(written, findings)) return { diagnostics: findings.sorted(), texts };
  const resolved = rebasePaths(replaced, { written, files, outside, places }, findings);
  checkForm(written, resolved, places, findings);
  const filled = asRecord(fillDefaults(fileSchema(), resolved));
  checkMeaning(filled, places, findings);
  const diagnostics = findings.sorted();
  if (diagnostics.length > 0) return { diagnostics, texts };
  return { pipeline: buildPipeline(filled, places), diagnostics, texts };
}

/** Reports a section with too many entries; collecting the problems of each would take quadratic time. */
function checkCounts(written: JsonRecord, findings: Findings): boolean {
  const sections = ['params', 'data', 'steps', 'tables', 'figures'].map(
    (name) => [name, member(written, name)] as const,
  );
  const full = sections
    .map(([name, section]) => [childPointer('', name), Object.keys(asRecord(section)).length] as const)
    .filter(([, actual]) => actual > entryLimit);
  for (const [pointer, actual] of full) {
    findings.add('LAC1114', { where: describePlace(pointer), actual, limit: entryLimit }, pointer, {
      side: 'key',
    });
  }
  return full.length === 0;
}

/** Checks the schema once with each axis at its first value, then once per step and other value of an axis. */
function checkForm(written: JsonRecord, resolved: JsonRecord, places: Places, findings: Findings): void {
  const steps = Object.entries(asRecord(member(resolved, 'steps'))).map(([name, step]) => {
    const [first = {}, ...others] = sampleCombinations(matrixOf(step));
    return { name, step, first, others: holdsReference(member(step, 'with')) ? others : [] };
  });
  const firstOf = new Map(steps.map(({ name, first }) => [name, first]));
  const firstSteps = steps.map(({ name, step, first }) => [name, withAxes(step, first)] as const);
  const file = isRecord(member(resolved, 'steps'))
    ? { ...resolved, steps: Object.fromEntries(firstSteps) }
    : resolved;
  const notesFor = (axes: (step: string) => Combination) => (pointer: string) =>
    originNotes(written, resolved, pointer, axes(pointerNames(pointer)[1] ?? ''), places);
  checkSchema(
    file,
    findings,
    notesFor((step) => firstOf.get(step) ?? {}),
  );
  for (const { name, step, others } of steps) {
    for (const axes of others) {
      const alone = { version: 1, name: 'one', steps: { [name]: withoutMatrix(withAxes(step, axes)) } };
      checkSchema(
        alone,
        findings,
        notesFor(() => axes),
      );
    }
  }
}

function withAxes(step: JsonValue, axes: Combination): JsonValue {
  const options = member(step, 'with');
  return isRecord(step) && options !== undefined ? { ...step, with: substituteAxes(options, axes) } : step;
}

/** Checked with the file already; checking it again for each of its values would take quadratic time. */
function withoutMatrix(step: JsonValue): JsonValue {
  return isRecord(step)
    ? Object.fromEntries(Object.entries(step).filter(([name]) => name !== 'matrix'))
    : step;
}

function checkMeaning(filled: JsonRecord, places: Places, findings: Findings): void {
  const view = viewFile(filled);
  checkNames(view, findings);
  checkCycles(view, findings);
  checkModels(view, findings);
  checkGrids(view, findings);
  checkCommands(view, findings);
  checkTables(view, places, findings);
  checkFigures(view, places, findings);
}
