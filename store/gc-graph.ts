import type { Digest, Key } from '../plan/digest.ts';
import { hexOf } from './hash.ts';
import { type Kind, kindOf, kinds } from './kinds.ts';
import type { Entry } from './store.ts';

/** What collecting must know of an entry. Millions may be held, so nothing more. */
interface Node {
  readonly key: Key;
  readonly digest: Digest;
  readonly run: string;
  readonly kind: Kind;
  readonly inputs: readonly Digest[];
  /** Its list of files and the files. */
  readonly blobs: readonly number[];
  reached: boolean;
}

/**
 * The first 48 bits of a digest, which need a tenth of the memory of its text. Should two ever agree, something that
 * could go stays; never the other way round.
 */
export function shortOf(hex: string): number {
  return Number.parseInt(hex.slice(0, 12), 16);
}

/**
 * Entries, what each was made from, and which of them are reached from what is to be kept. Everything reached is added
 * before the first question.
 */
export class Graph {
  readonly #byKey = new Map<Key, Node>();
  readonly #byArtifact = new Map<Digest, Node[]>();
  /** By blob: twice the place of its kind, plus one when it is reached. */
  readonly #blobs = new Map<number, number>();
  readonly #names = new Map<string, string>();
  readonly #unmade = new Set<Digest>();

  add({ key, digest, artifact, record, provenance }: Entry): void {
    const node: Node = {
      key,
      digest: this.#once(digest),
      run: this.#once(provenance.run),
      kind: kindOf(record),
      inputs: Object.values(record.inputs)
        .flat()
        .map((input) => this.#once(input)),
      blobs: [digest, ...artifact.files.map((file) => file.digest)].map((one) => shortOf(hexOf(one) ?? '')),
      reached: false,
    };
    this.#byKey.set(key, node);
    const others = this.#byArtifact.get(node.digest);
    if (others) others.push(node);
    else this.#byArtifact.set(node.digest, [node]);
    for (const blob of node.blobs) this.#note(blob, node.kind, false);
  }

  /** The artifacts of keys, as the store would give them. */
  lookup(keys: readonly Key[]): ReadonlyMap<Key, { readonly digest: Digest }> {
    return new Map(
      keys.flatMap((key) => {
        const node = this.#byKey.get(key);
        return node ? [[key, node] as const] : [];
      }),
    );
  }

  has(key: Key): boolean {
    return this.#byKey.has(key);
  }

  /** Keeps everything that these runs have published. */
  reachRuns(runs: ReadonlySet<string>): void {
    for (const node of this.#byKey.values()) if (runs.has(node.run)) this.#reach(node);
  }

  reachKey(key: Key): void {
    const node = this.#byKey.get(key);
    if (node) this.#reach(node);
  }

  reachArtifact(digest: Digest): void {
    const makers = this.#byArtifact.get(digest);
    if (makers) for (const maker of makers) this.#reach(maker);
    else this.#unmade.add(digest);
  }

  /** A blob that something else than an entry names. */
  noteBlob(digest: Digest, kind: Kind, reached: boolean): void {
    this.#note(shortOf(hexOf(digest) ?? ''), kind, reached);
  }

  /** Artifacts that are reached although no entry names them: bytes from outside, or their entry is gone. */
  get unmade(): ReadonlySet<Digest> {
    return this.#unmade;
  }

  isReached(key: Key): boolean {
    return this.#byKey.get(key)?.reached === true;
  }

  blob(hex: string): { readonly kind: Kind; readonly reached: boolean } {
    const code = this.#blobs.get(shortOf(hex));
    if (code === undefined) return { kind: 'unreferenced blobs', reached: false };
    return { kind: kinds[code >> 1] as Kind, reached: (code & 1) === 1 };
  }

  /** An entry and everything that it was made from. */
  #reach(first: Node): void {
    const open = [first];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.reached) continue;
      node.reached = true;
      for (const blob of node.blobs) this.#note(blob, node.kind, true);
      for (const input of node.inputs) {
        const makers = this.#byArtifact.get(input);
        if (makers) open.push(...makers);
        else this.#unmade.add(input);
      }
    }
  }

  #note(blob: number, kind: Kind, reached: boolean): void {
    const before = this.#blobs.get(blob);
    const place = Math.min(kinds.indexOf(kind), before === undefined ? kinds.length : before >> 1);
    this.#blobs.set(blob, place * 2 + Math.max(Number(reached), (before ?? 0) & 1));
  }

  /** One copy of each text. */
  #once<Text extends string>(text: Text): Text {
    const known = this.#names.get(text);
    if (known !== undefined) return known as Text;
    this.#names.set(text, text);
    return text;
  }
}
