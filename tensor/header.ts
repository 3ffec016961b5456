import { elementBits } from './element-type.ts';

/** Where one tensor lies: `begin` and `end` count from the first byte after the header. */
export interface TensorEntry {
  readonly type: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/** What a safetensors file says of itself. Tensors are in the order of the header. */
export interface Header {
  readonly tensors: ReadonlyMap<string, TensorEntry>;
  readonly metadata: { readonly [key: string]: string };
  /** Offset of the first tensor byte in the file. */
  readonly dataStart: number;
}

/** The limit of the reference implementation. */
export const largestHeader = 100_000_000;

/** A rule of the format that a header breaks; the words say which. */
export class HeaderFault extends Error {}

function fault(reason: string): never {
  throw new HeaderFault(reason);
}

/** End of the JSON string that starts at `from` (its opening quote): the index of its closing quote. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Keys of the outermost object as often as they occur; `text` is valid JSON. JSON.parse keeps only the last. */
function outermostKeys(text: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '"') {
      const end = stringEnd(text, at);
      if (depth === 1) keys.push(JSON.parse(text.slice(at, end + 1)));
      at = end;
    }
  }
  return keys;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => Number.isSafeInteger(entry) && entry >= 0);
}

function readEntry(name: string, entry: unknown): TensorEntry {
  if (!isObject(entry)) fault(`its entry for "${name}" is not an object`);
  const { dtype: type, shape, data_offsets: offsets } = entry;
  const bits = typeof type === 'string' && Object.hasOwn(elementBits, type) ? elementBits[type] : undefined;
  if (typeof type !== 'string' || bits === undefined) {
    return fault(`tensor "${name}" has the unknown type ${JSON.stringify(type)}`);
  }
  if (!isCounts(shape)) fault(`tensor "${name}" has the shape ${JSON.stringify(shape)}`);
  const [begin = 0, end = 0] =
    isCounts(offsets) && offsets.length === 2 ? offsets : fault(`tensor "${name}" has no offsets`);
  const bytes = (shape.reduce((product, side) => product * side, 1) * bits) / 8;
  if (end - begin !== bytes) {
    fault(
      `tensor "${name}" of type ${type} and shape [${shape}] needs ${bytes} bytes but has ${end - begin}`,
    );
  }
  return { type, shape, begin, end };
}

function readMetadata(value: unknown): { readonly [key: string]: string } {
  if (value === undefined) return {};
  const isText = isObject(value) && Object.values(value).every((entry) => typeof entry === 'string');
  return isText
    ? (value as { readonly [key: string]: string })
    : fault('its metadata is not a record of strings');
}

/** Tensors must fill the data exactly: an overlap or a gap means that the file is not what it says. */
function checkLayout(tensors: ReadonlyMap<string, TensorEntry>, dataBytes: number): void {
  const byPlace = [...tensors].sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  let reached = 0;
  for (const [name, { begin, end }] of byPlace) {
    if (begin < reached) fault(`tensor "${name}" overlaps another`);
    if (begin > reached) fault(`${begin - reached} bytes before tensor "${name}" belong to no tensor`);
    reached = end;
  }
  if (reached !== dataBytes) fault(`the tensors take ${reached} bytes but ${dataBytes} follow the header`);
}

/** Reads and checks a header's JSON; `dataBytes` is what follows it in the file. Throws `HeaderFault`. */
export function parseHeader(text: string, dataStart: number, dataBytes: number): Header {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return fault('its header is not JSON');
  }
  if (!isObject(parsed)) return fault('its header is not a JSON object');
  const keys = outermostKeys(text);
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (keys.length !== Object.keys(parsed).length) fault(`its header names "${repeated}" twice`);
  const named = Object.entries(parsed).filter(([name]) => name !== '__metadata__');
  const tensors = new Map(named.map(([name, entry]) => [name, readEntry(name, entry)] as const));
  checkLayout(tensors, dataBytes);
  return { tensors, metadata: readMetadata(parsed['__metadata__']), dataStart };
}
