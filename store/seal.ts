import { sha256 } from './hash.ts';

/** What a sealed text holds, or why it cannot be trusted. */
export type Unsealed = { readonly value: { readonly [name: string]: unknown } } | { readonly flaw: string };

/** No task, of which a history is a record, can have this name. */
const checksumName = 'sha256 of the text above';
const lastMember = new RegExp(`,?\\n "${checksumName}": "(sha256-[0-9a-f]{64})"\\n\\}\\n$`);
const digest = /^sha256-[0-9a-f]{64}$/;

/**
 * JSON for people and for `jq`, whose last member is the SHA-256 of all text before it: a byte that changed anywhere is
 * noticed when it is read, in what no key and no digest covers too.
 */
export function seal(value: object): string {
  const covered = JSON.stringify(value, null, 1).replace(/\n?\}$/, '');
  const comma = covered === '{' ? '' : ',';
  return `${covered}${comma}\n "${checksumName}": "${sha256(covered)}"\n}\n`;
}

/** Reads what `seal` wrote. Texts of versions that sealed nothing have no checksum and are taken for what they say. */
export function unseal(bytes: Uint8Array): Unsealed {
  const text = new TextDecoder().decode(bytes);
  const value = parseRecord(text);
  if (value === undefined) return { flaw: 'it is not a JSON record' };
  const [tail, checksum] = lastMember.exec(text) ?? [];
  if (tail === undefined) return endsInChecksum(value) ? { flaw: 'its checksum is damaged' } : { value };
  const covered = text.slice(0, -tail.length);
  if (sha256(covered) !== checksum) return { flaw: 'its text does not match its checksum' };
  const { [checksumName]: _, ...rest } = value;
  return { value: rest };
}

/** No version wrote a digest in the last place that was no checksum: its name or what is around it is damaged. */
function endsInChecksum(value: { readonly [name: string]: unknown }): boolean {
  const last = Object.values(value).at(-1);
  return checksumName in value || (typeof last === 'string' && digest.test(last));
}

function parseRecord(text: string): { readonly [name: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? (value as { readonly [name: string]: unknown }) : undefined;
  } catch {
    return undefined;
  }
}
