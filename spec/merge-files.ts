import type { Findings } from './findings.ts';
import { asRecord, isRecord, type JsonRecord, type JsonValue, member, memberAt } from './json-value.ts';
import type { Places } from './places.ts';
import { childPointer, describePlace, pointerNames } from './pointer.ts';
import { namedSections, type SourceFile } from './read-includes.ts';

/** Entries that a file may replace where an included one gives them too. */
const replaceable: readonly string[] = ['params', 'seeds'];
const seedsPointer = '/seeds';

/**
 * One file as if everything that it includes stood in it, entries of included files first. `places`, those of the
 * pipeline's own file, come to know where each entry stands. An entry that two files give is a finding.
 */
export function mergeFiles(
  files: readonly SourceFile[],
  places: Places,
  findings: Findings,
): JsonRecord | undefined {
  const own = files.at(-1);
  if (own === undefined || files.length === 1) return own?.value;
  const reached = reachedFrom(files);
  const winners = new Map<string, SourceFile>();
  for (const [pointer, givers] of giversOf(files)) {
    const last = isReplaceable(pointer)
      ? givers.filter((giver) => !isReplaced(giver, givers, reached))
      : givers;
    addConflicts(pointer, last, findings);
    const winner = last.includes(own) ? own : last[0];
    if (winner) winners.set(pointer, winner);
  }
  for (const included of files.slice(0, -1)) {
    places.adopt(included.places, (section, name) => isTaken(section, name, winners, included));
  }
  return mergeValues(own.value, winners);
}

function isReplaceable(pointer: string): boolean {
  return replaceable.includes(pointerNames(pointer)[0] ?? '');
}

/** The files that give each entry, by its pointer, entries in the order in which they are met. */
function giversOf(files: readonly SourceFile[]): ReadonlyMap<string, readonly SourceFile[]> {
  const givers = new Map<string, SourceFile[]>();
  for (const file of files) {
    const named = namedSections.flatMap((section) =>
      Object.keys(asRecord(member(file.value, section))).map((name) => childPointer('', section, name)),
    );
    const seeds = Object.hasOwn(file.value, 'seeds') ? [seedsPointer] : [];
    for (const pointer of [...named, ...seeds]) givers.set(pointer, [...(givers.get(pointer) ?? []), file]);
  }
  return givers;
}

function isTaken(
  section: string,
  name: string,
  winners: ReadonlyMap<string, SourceFile>,
  included: SourceFile,
): boolean {
  const sections: readonly string[] = namedSections;
  if (section === 'seeds') return winners.get(seedsPointer) === included;
  if (!sections.includes(section)) return false;
  return name === '' || winners.get(childPointer('', section, name)) === included;
}

/** The own file with every entry from where it is given; a section of its own that is no mapping stays as it is. */
function mergeValues(own: JsonRecord, winners: ReadonlyMap<string, SourceFile>): JsonRecord {
  const sections = new Map<string, [string, JsonValue][]>();
  for (const [pointer, { value }] of winners) {
    const [section = '', name] = pointerNames(pointer);
    if (name === undefined) continue;
    const entry = memberAt(value, section, name) ?? null;
    sections.set(section, [...(sections.get(section) ?? []), [name, entry]]);
  }
  const seeds = winners.get(seedsPointer)?.value['seeds'];
  const merged = [...sections]
    .filter(([section]) => !Object.hasOwn(own, section) || isRecord(own[section]))
    .map(([section, entries]) => [section, Object.fromEntries(entries)] as const);
  return { ...own, ...(seeds !== undefined && { seeds }), ...Object.fromEntries(merged) };
}

/** For each file all files that it includes, directly or not. Included files come first in `files`. */
function reachedFrom(files: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const reached = new Map<string, ReadonlySet<string>>();
  for (const { file, includes } of files) {
    reached.set(file, new Set(includes.flatMap((name) => [name, ...(reached.get(name) ?? [])])));
  }
  return reached;
}

function isReplaced(
  { file }: SourceFile,
  givers: readonly SourceFile[],
  reached: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return givers.some((other) => reached.get(other.file)?.has(file));
}

function addConflicts(pointer: string, givers: readonly SourceFile[], findings: Findings): void {
  const [first, ...others] = givers;
  if (first === undefined) return;
  const what = pointer === seedsPointer ? '`seeds`' : describePlace(pointer);
  for (const { file, places } of others) {
    const line = first.places.spanAt(pointer, 'key')?.line ?? 1;
    findings.add('LAC1017', { what, first: first.file, second: file }, pointer, {
      at: places.spanAt(pointer, 'key'),
      notes: [`It also stands in ${first.file}:${line}.`],
      hint: { text: wayOut(pointer) },
      subject: file,
    });
  }
}

function wayOut(pointer: string): string {
  if (isReplaceable(pointer)) return 'set it in a file that includes both';
  // An encoder is called as its modality is.
  return pointer.startsWith('/encoders/') ? 'delete one of them' : 'delete or rename one of them';
}
