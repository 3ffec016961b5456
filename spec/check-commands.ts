import { type FileView, namesOfSection, type StepView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { joinPath } from './include-path.ts';
import { asList, asRecord, type JsonRecord, type JsonValue, member, textsOf } from './json-value.ts';
import { childPointer, describePlace } from './pointer.ts';

/** Checks the steps that run a program of the author's, and that tables and figures read those that score only. */
export function checkCommands(view: FileView, findings: Findings): void {
  for (const step of view.steps.values()) {
    if (step.uses !== 'command') continue;
    const pointer = childPointer(step.pointer, 'with');
    for (const options of step.variants) {
      checkArguments(options, pointer, findings);
      checkCode(options, pointer, findings);
    }
    checkEnvironment(step.variants[0], pointer, findings);
  }
  for (const section of ['tables', 'figures'] as const) {
    for (const { kind, text, pointer } of namesOfSection(view.file, section)) {
      const step = kind === 'step' ? view.steps.get(text) : undefined;
      if (step?.uses === 'command') checkScores(step, pointer, findings);
    }
  }
}

function checkArguments(options: JsonRecord, pointer: string, findings: Findings): void {
  const report = (problem: string, at: string) =>
    findings.addUnlessFound('LAC1241', { where: describePlace(at), problem }, at);
  const run = asList(options['run']);
  const at = childPointer(pointer, 'run');
  if (run[0] === '') report('is empty, but it is the program to run', childPointer(at, 0));
  const params = Object.entries(asRecord(options['params']));
  const given: readonly (readonly [JsonValue, string])[] = [
    ...run.map((item, index) => [item, childPointer(at, index)] as const),
    ...params.map(([name, value]) => [value, childPointer(pointer, 'params', name)] as const),
  ];
  for (const [value, place] of given) {
    if (typeof value === 'string' && value.includes('\0')) {
      report('holds a NUL character, which no program can be given', place);
    }
  }
}

/** Below the pipeline's folder, and not all of it: the pipeline file itself would be code, and every result. */
function checkCode(options: JsonRecord, pointer: string, findings: Findings): void {
  for (const [index, path] of textsOf(options['code'])) {
    const plain = joinPath('', path);
    const isBelow = !/^(?:\/|\.\.(?:\/|$)|\.$)/.test(plain) && !path.includes('\0');
    if (isBelow) continue;
    findings.addUnlessFound('LAC1240', { path }, childPointer(pointer, 'code', index), {
      hint: { text: plain === '.' ? 'name the files and folders in it' : 'copy it beside the pipeline file' },
    });
  }
}

/** What the program is told of its surroundings, by the names of the variables that tell it. */
const given = ['INPUTS', 'OUTPUT', 'PARAMS', 'CHECKPOINTS', 'PROGRESS', 'SCORES'].map(
  (name) => `LACUNA_${name}`,
);

function checkEnvironment(options: JsonRecord, pointer: string, findings: Findings): void {
  for (const [index, name] of textsOf(options['environment'])) {
    if (!given.includes(name)) continue;
    findings.addUnlessFound('LAC1242', { name }, childPointer(pointer, 'environment', index), {
      hint: { text: 'delete it: the program gets it without' },
    });
  }
}

function checkScores(step: StepView, pointer: string, findings: Findings): void {
  if (member(step.variants[0], 'scores') !== undefined) return;
  findings.addUnlessFound('LAC1243', { where: describePlace(pointer), step: step.name }, pointer, {
    hint: { text: `add \`scores\` to step "${step.name}", such as scores: {metrics: [accuracy]}` },
  });
}
