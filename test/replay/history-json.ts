/*
 * Histories as JSON: as Temporal's own types, with bytes as base64. The library's converter is of no use here,
 * because it refuses types of another copy of protobufjs, and npm may install two.
 */

/** Text of a history that a client fetched. */
export function historyToText(history: unknown): string {
  // Plain first: protobuf's objects bring a `toJSON` that loses what cannot be read back.
  return `${JSON.stringify(plain(history), null, 1)}\n`;
}

/** The history in a text, fit for a replay. */
export function historyFromText(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) =>
    isRecord(value) && typeof value['base64'] === 'string' ? Buffer.from(value['base64'], 'base64') : value,
  );
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(plain);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
