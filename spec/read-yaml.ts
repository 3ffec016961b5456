import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Findings } from './findings.ts';
import type { JsonRecord, JsonValue } from './json-value.ts';
import type { Places, Range } from './places.ts';
import { childPointer } from './pointer.ts';
import { addYamlErrors, checkText, depthLimit } from './yaml-problems.ts';

const aliasLimit = 1000;

/*
 * `${{ name }}` in a flow collection would end the scalar at its braces, so that the braces are masked by
 * private-use characters of the same length while YAML is parsed.
 */
const mask = (text: string) => text.replace(/\$\{\{([^{}\n]*)\}\}/g, '$\uE000\uE000$1\uE001\uE001');
const unmask = (text: string) =>
  text.replace(/\$\uE000\uE000([^\uE000\uE001]*)\uE001\uE001/g, (_, inside: string) => `\${{${inside}}}`);

/** The values of a YAML file and where they stand; undefined when it cannot be read, with findings saying why. */
export function readYaml(places: Places, findings: Findings): JsonRecord | undefined {
  if (!checkText(places, findings)) return undefined;
  const document = parse(mask(places.source.text));
  if (document === undefined) {
    findings.add('LAC1010', { limit: depthLimit }, '', { at: places.source.span(0, 0) });
    return undefined;
  }
  const errors = [...document.errors, ...document.warnings];
  addYamlErrors(errors, places, findings);
  if (document.errors.length > 0) return undefined;
  return new YamlReader(document, places, findings).read();
}

function parse(text: string): Document.Parsed | undefined {
  try {
    // Unique keys are checked by the reader: the parser's own check takes quadratic time.
    return parseDocument(text, {
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class YamlReader {
  readonly #document: Document.Parsed;
  readonly #places: Places;
  readonly #findings: Findings;
  /** Kept in the order of the text, as an alias means the last anchor above it. */
  readonly #anchors = new Map<string, Node>();
  /** The alias that is being followed, not one inside it. */
  #outermost: Alias | undefined;
  #repeated = 0;
  #stopped = false;

  constructor(document: Document.Parsed, places: Places, findings: Findings) {
    this.#document = document;
    this.#places = places;
    this.#findings = findings;
  }

  read(): JsonRecord | undefined {
    const { contents } = this.#document;
    if (contents === null || (isScalar(contents) && contents.value === null)) {
      this.#findings.add('LAC1001', {}, '', { at: this.#places.source.span(0, 0) });
      return undefined;
    }
    this.#places.set('', { value: rangeOf(contents) });
    const value = this.#value(contents, '', 0, false);
    if (this.#stopped) return undefined;
    if (!isMap(contents)) {
      const actual = isSeq(contents) ? 'a list' : 'a single value';
      this.#findings.add(
        'LAC1103',
        { where: 'the file', expected: 'a mapping with `version`, `name` and `steps`', actual },
        '',
        {
          at: this.#firstLine(contents),
        },
      );
      return undefined;
    }
    return value as JsonRecord;
  }

  #firstLine(node: Node) {
    const [start, end] = rangeOf(node);
    const line = this.#places.source.text.slice(start, end).search(/\r?\n|$/);
    return this.#places.source.span(start, start + line);
  }

  #value(node: unknown, pointer: string, depth: number, isRepeat: boolean): JsonValue {
    if (this.#stopped) return null;
    if (depth > depthLimit) return this.#stop('LAC1010', depthLimit, pointer);
    if (isRepeat) {
      this.#repeated += 1;
      if (this.#repeated > aliasLimit) return this.#stop('LAC1009', aliasLimit, pointer);
    }
    if (isAlias(node)) return this.#alias(node, pointer, depth);
    this.#remember(node);
    if (isMap(node)) return this.#map(node, pointer, depth, isRepeat);
    if (isSeq(node)) return this.#list(node, pointer, depth, isRepeat);
    return isScalar(node) ? scalar(node.value) : null;
  }

  #remember(node: unknown): void {
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) this.#anchors.set(node.anchor, node);
  }

  #alias(node: Alias, pointer: string, depth: number): JsonValue {
    const target = this.#anchors.get(node.source);
    if (target) {
      const isOutermost = this.#outermost === undefined;
      this.#outermost ??= node;
      const value = this.#value(target, pointer, depth + 1, true);
      if (isOutermost && !this.#stopped) this.#outermost = undefined;
      return value;
    }
    const [start, end] = rangeOf(node);
    this.#findings.add('LAC1008', { name: node.source }, pointer, {
      at: this.#places.source.span(start, end),
    });
    this.#findings.markBroken(pointer);
    return null;
  }

  #map(node: YAMLMap, pointer: string, depth: number, isRepeat: boolean): JsonRecord {
    const entries = new Map<string, JsonValue>();
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const key = this.#key(pair, pointer);
      if (key === undefined) continue;
      const child = childPointer(pointer, key);
      if (entries.has(key)) {
        const first = this.#places.spanAt(child, 'key');
        this.#findings.add('LAC1011', { name: key }, child, {
          at: this.#places.source.span(...rangeOf(pair.key)),
          notes: [`it stands first in line ${first?.line}`],
          subject: String(pair.key?.range?.[0]),
        });
        continue;
      }
      const keyRange = rangeOf(pair.key);
      this.#places.set(child, {
        key: keyRange,
        value: pair.value ? rangeOf(pair.value) : [keyRange[1], keyRange[1]],
      });
      entries.set(key, this.#value(pair.value, child, depth + 1, isRepeat));
    }
    return Object.fromEntries(entries);
  }

  #key(pair: Pair<Node | null, Node | null>, pointer: string): string | undefined {
    const target = isAlias(pair.key) ? this.#anchors.get(pair.key.source) : pair.key;
    this.#remember(pair.key);
    if (isScalar(target)) return unmask(target.source ?? String(target.value));
    const range = rangeOf(pair.key ?? pair.value);
    this.#findings.add('LAC1012', {}, pointer, {
      at: this.#places.source.span(...range),
      subject: String(range[0]),
    });
    return undefined;
  }

  #list(node: YAMLSeq, pointer: string, depth: number, isRepeat: boolean): readonly JsonValue[] {
    return node.items.map((item, index) => {
      const child = childPointer(pointer, index);
      this.#places.set(child, { value: rangeOf(item as Node | null) });
      return this.#value(item, child, depth + 1, isRepeat);
    });
  }

  #stop(code: 'LAC1009' | 'LAC1010', limit: number, pointer: string): null {
    this.#stopped = true;
    const at = this.#outermost && this.#places.source.span(...rangeOf(this.#outermost));
    this.#findings.add(code, { limit }, pointer, { side: 'key', ...(at && { at }) });
    return null;
  }
}

function scalar(value: unknown): JsonValue {
  if (typeof value === 'string') return unmask(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The range of a node without the line break after a block. */
function rangeOf(node: Node | null | undefined): Range {
  return node?.range ? [node.range[0], node.range[1]] : [0, 0];
}
