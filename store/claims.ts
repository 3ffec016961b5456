import type { Key } from '../plan/digest.ts';
import { hexIn } from './hash.ts';
import type { Medium } from './medium.ts';
import { refusing } from './refusal.ts';

/** Who works on a key, and a number that grows as long as it does. */
export interface Claim {
  readonly run: string;
  readonly task: string;
  /** Unlike that of every other attempt. */
  readonly holder: string;
  readonly count: number;
}

/**
 * Says which attempt works on which key, so that others wait for its result instead of making it too. A claim is a
 * saving and no lock: whoever publishes first wins, with or without one, so a claim that is lost costs time only.
 */
export interface Claims {
  /** False: the key is claimed. */
  readonly take: (key: Key, claim: Claim) => Promise<boolean>;
  /** Undefined: nobody claims the key, or what is there is no claim. */
  readonly read: (key: Key) => Promise<Claim | undefined>;
  /** Replaces whatever claim there is. */
  readonly write: (key: Key, claim: Claim) => Promise<void>;
  readonly remove: (key: Key) => Promise<void>;
}

/** Folder of the claims in the store. */
export const claimsFolder = 'claims/';

/** Claims in a store's medium. */
export function claimsIn(medium: Medium): Claims {
  const doing = <Result>(what: string, effect: () => Promise<Result>) =>
    refusing({ location: medium.location, what: `${what} a claim` }, effect);
  return {
    take: (key, claim) => doing('write', () => medium.create(nameOf(key), textOf(claim))),
    read: (key) => doing('read', async () => parse(await medium.read(nameOf(key)))),
    write: (key, claim) => doing('write', () => medium.write(nameOf(key), textOf(claim))),
    remove: (key) => doing('remove', () => medium.remove(nameOf(key))),
  };
}

function nameOf(key: Key): string {
  const hex = hexIn(key);
  return `${claimsFolder}${hex}.json`;
}

function textOf(claim: Claim): string {
  return `${JSON.stringify(claim)}\n`;
}

function parse(bytes: Uint8Array | undefined): Claim | undefined {
  if (bytes === undefined) return undefined;
  try {
    return (JSON.parse(new TextDecoder().decode(bytes)) as Claim | null) ?? undefined;
  } catch {
    return undefined;
  }
}
