import type { Span } from '../diagnostics/diagnostic.ts';
import type { FindingDetails, Findings } from './findings.ts';
import {
  asRecord,
  isRecord,
  type JsonRecord,
  type JsonValue,
  memberAt,
  type Scalar,
  shown,
} from './json-value.ts';
import type { Places } from './places.ts';
import { childPointer, describePlace, pointerNames } from './pointer.ts';
import { findReferences, type Reference, readScalar } from './references.ts';
import { substitute } from './substitute.ts';
import { suggest } from './suggest.ts';

/** What comes from outside the file. */
export interface Outside {
  readonly set: { readonly [name: string]: string };
  readonly env: { readonly [name: string]: string | undefined };
}

/** The file with every reference replaced but those to matrix axes. */
export function resolveReferences(
  file: JsonRecord,
  outside: Outside,
  places: Places,
  findings: Findings,
): JsonRecord {
  return new ReferenceResolver(file, outside, places, findings).resolve();
}

class ReferenceResolver {
  readonly #file: JsonRecord;
  readonly #outside: Outside;
  readonly #places: Places;
  readonly #findings: Findings;
  /** Marked at the end, so that one text may have several problems. */
  readonly #broken: string[] = [];
  #params: JsonRecord = {};
  #seeds: JsonValue | undefined;

  constructor(file: JsonRecord, outside: Outside, places: Places, findings: Findings) {
    this.#file = file;
    this.#outside = outside;
    this.#places = places;
    this.#findings = findings;
  }

  resolve(): JsonRecord {
    const file = this.#applySet();
    const params = this.#substitute(memberAt(file, 'params') ?? {}, '/params');
    this.#params = asRecord(params);
    const seeds = memberAt(file, 'seeds');
    this.#seeds = seeds === undefined ? undefined : this.#substitute(seeds, '/seeds');
    const entries = Object.entries(file).map(([name, value]) => {
      if (name === 'params') return [name, params] as const;
      if (name === 'seeds') return [name, this.#seeds ?? null] as const;
      return [name, this.#substitute(value, childPointer('', name))] as const;
    });
    for (const pointer of this.#broken) this.#findings.markBroken(pointer);
    return Object.fromEntries(entries);
  }

  #applySet(): JsonRecord {
    const written = memberAt(this.#file, 'params');
    const set = Object.entries(this.#outside.set).flatMap(([name, text]) => {
      const value = this.#setValue(name, text, asRecord(written));
      return value === undefined ? [] : [[name, value] as const];
    });
    if (set.length === 0 || !isRecord(written)) return this.#file;
    return { ...this.#file, params: { ...written, ...Object.fromEntries(set) } };
  }

  #setValue(name: string, text: string, written: JsonRecord): Scalar | undefined {
    const details = { subject: name, side: 'key' as const };
    if (!Object.hasOwn(written, name)) {
      const hint = suggest(name, Object.keys(written)) ?? { text: declared(Object.keys(written)) };
      this.#findings.add('LAC1208', { name }, '/params', { ...details, hint });
      return undefined;
    }
    const value = readScalar(text);
    if (value === undefined) this.#findings.add('LAC1210', { name }, childPointer('/params', name), details);
    return value;
  }

  #substitute(value: JsonValue, pointer: string): JsonValue {
    return substitute(value, pointer, (reference, at, isWhole) => {
      const found = this.#lookUp(reference, at, isWhole);
      if (found === undefined && reference.kind !== 'matrix') this.#broken.push(at);
      return found;
    });
  }

  #lookUp(reference: Reference, pointer: string, isWhole: boolean): JsonValue | undefined {
    const { kind, name, text } = reference;
    const report = this.#reporter(reference, pointer);
    if (kind === 'unclosed') {
      report((details) => this.#findings.add('LAC1201', {}, pointer, details));
      return undefined;
    }
    if (kind === 'unknown') {
      report((details) => this.#findings.add('LAC1202', { text }, pointer, details));
      return undefined;
    }
    if (isMisplaced(reference, pointer)) {
      report((details) =>
        this.#findings.add('LAC1209', { text, where: describePlace(pointer) }, pointer, details),
      );
      this.#broken.push(pointer);
      return undefined;
    }
    if (kind === 'env') return this.#environment(reference, pointer);
    if (kind === 'matrix') return this.#checkAxis(reference, pointer);
    if (kind === 'seeds') return this.#seedList(reference, pointer, isWhole);
    if (Object.hasOwn(this.#params, name)) return this.#params[name];
    const known = Object.keys(this.#params);
    const hint = suggest(name, known) ?? { text: declared(known) };
    report((details) => this.#findings.add('LAC1203', { name }, pointer, { ...details, hint }));
    return undefined;
  }

  #environment(reference: Reference, pointer: string): JsonValue | undefined {
    const { name, fallback } = reference;
    const value = this.#outside.env[name];
    if (value !== undefined && value !== '') return readScalar(value) ?? value;
    if (fallback !== undefined) return readScalar(fallback) ?? fallback;
    const hint = { text: `give a default: \${{ env.${name} || VALUE }}` };
    this.#reporter(
      reference,
      pointer,
    )((details) => this.#findings.add('LAC1205', { name }, pointer, { ...details, hint }));
    return undefined;
  }

  /** Axis values come later, one combination at a time; here only their names are checked. */
  #checkAxis(reference: Reference, pointer: string): undefined {
    const step = pointerNames(pointer)[1] ?? '';
    const axes = Object.keys(asRecord(memberAt(this.#file, 'steps', step, 'matrix')));
    if (axes.includes(reference.name)) return;
    const hint = suggest(reference.name, axes) ?? {
      text: axes.length === 0 ? 'this step has no matrix' : `its axes are ${axes.join(', ')}`,
    };
    this.#reporter(
      reference,
      pointer,
    )((details) =>
      this.#findings.add('LAC1204', { step, name: reference.name }, pointer, { ...details, hint }),
    );
    this.#broken.push(pointer);
  }

  #seedList(reference: Reference, pointer: string, isWhole: boolean): JsonValue | undefined {
    const report = this.#reporter(reference, pointer);
    if (this.#seeds === undefined) {
      const hint = { text: 'add `seeds: [0, 1, 2]` at the top' };
      report((details) => this.#findings.add('LAC1206', {}, pointer, { ...details, hint }));
      return undefined;
    }
    if (isWhole) {
      this.#findings.markCopy(pointer, '/seeds');
      return this.#seeds;
    }
    report((details) => this.#findings.add('LAC1207', {}, pointer, details));
    return undefined;
  }

  #reporter(reference: Reference, pointer: string): (add: (details: FindingDetails) => void) => void {
    return (add) => add({ at: referenceSpan(this.#places, pointer, reference), subject: reference.text });
  }
}

function declared(params: readonly string[]): string {
  return params.length === 0 ? 'the file declares no params' : `declared are ${params.join(', ')}`;
}

function isMisplaced({ kind }: Reference, pointer: string): boolean {
  const [section, , part] = pointerNames(pointer);
  if (kind === 'matrix') return section !== 'steps' || part !== 'with';
  return (
    (kind === 'params' && section === 'params') ||
    (kind === 'seeds' && (section === 'seeds' || section === 'params'))
  );
}

/** Where a reference stands in the file; its whole value where escapes or folding hide it. */
function referenceSpan(places: Places, pointer: string, reference: Reference): Span | undefined {
  const place = places.get(pointer);
  if (place === undefined) return undefined;
  const [start, end] = place.value;
  const at = place.source.text.slice(start, end).indexOf(reference.text);
  if (at < 0) return places.spanAt(pointer);
  return place.source.span(start + at, start + at + reference.text.length);
}

/** Notes that say what the references of a written value stood for when it was checked. */
export function originNotes(
  file: JsonRecord,
  resolved: JsonRecord,
  pointer: string,
  axes: JsonRecord,
  places: Places,
): readonly string[] {
  const written = memberAt(file, ...pointerNames(pointer));
  if (typeof written !== 'string') return [];
  return findReferences(written).flatMap(({ kind, name, text }) => {
    if (kind === 'params') {
      const value = shown(memberAt(resolved, 'params', name));
      return [`${text} is ${value}${lineOf(childPointer('/params', name), pointer, places)}`];
    }
    return kind === 'matrix' ? [`${text} is ${shown(axes[name])}`] : [];
  });
}

/** Says in which line a value stands, and in which file where that is not the one of the reader's eye. */
function lineOf(pointer: string, readAt: string, places: Places): string {
  const at = places.spanAt(pointer);
  if (at === undefined) return '';
  return `, from line ${at.line}${at.file === places.nearestSpan(readAt, 'value').file ? '' : ` of ${at.file}`}`;
}
