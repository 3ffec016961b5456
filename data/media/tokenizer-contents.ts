import { failure } from '../../diagnostics/failure.ts';

/** The members of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** The members of a value; none when it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

const knownModels = ['BPE', 'Unigram', 'WordLevel', 'WordPiece'];

/** Refuses a kind of model that the library does not know. Old files name none, and the library guesses it. */
export function requireKnownModel(file: string, { type }: Fields): void {
  if (type === undefined || (typeof type === 'string' && knownModels.includes(type))) return;
  throw failure('LAC3152', { file, model: JSON.stringify(type), known: knownModels.join(', ') });
}

/**
 * Refuses a model whose token for what is unknown is not in its vocabulary: it would fail at the first text that
 * has something unknown. BPE is not among them, which leaves out what it does not know.
 */
export function requireUnknownToken(file: string, model: Fields): void {
  const { type, vocab, unk_token: token, unk_id: id } = model;
  if (type === 'WordPiece' || type === 'WordLevel') {
    if (typeof token === 'string' && Object.hasOwn(fieldsOf(vocab), token)) return;
    throw failure('LAC3154', { file, token: JSON.stringify(token ?? null) });
  }
  if (type === 'Unigram' && (id === null || id === undefined)) {
    throw failure('LAC3154', { file, token: 'unk_id' });
  }
}

/** Refuses a post-processor that adds special tokens which the vocabulary lacks or numbers otherwise. */
export function requireSpecials(
  file: string,
  processor: unknown,
  idOf: (token: string) => number | null,
): void {
  for (const [token, id] of specialsOf(fieldsOf(processor))) {
    if (idOf(token) !== id) throw failure('LAC3154', { file, token: JSON.stringify(token) });
  }
}

/** The special tokens that a post-processor adds, with the ids that it gives them. */
function specialsOf(processor: Fields): [token: string, id: number][] {
  const { processors, special_tokens: template, cls, sep } = processor;
  if (Array.isArray(processors)) return processors.flatMap((part) => specialsOf(fieldsOf(part)));
  const pairs = Object.values(fieldsOf(template)).flatMap((entry) => {
    const { tokens, ids } = fieldsOf(entry);
    return Array.isArray(tokens) && Array.isArray(ids) ? tokens.map((token, i) => [token, ids[i]]) : [];
  });
  return [...pairs, cls, sep].filter(isPair);
}

function isPair(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}

/**
 * The id of padding: that of the file's own padding, else of the token that is named so, else 0. Padding is hidden
 * from encoders, so that any id does.
 */
export function padIdOf({ padding, added_tokens: added }: Fields): number {
  const { pad_id: own } = fieldsOf(padding);
  if (typeof own === 'number') return own;
  const tokens = (Array.isArray(added) ? added : []).map(fieldsOf);
  const pad = tokens.find(({ content }) => typeof content === 'string' && /^\W*pad\W*$/i.test(content));
  return typeof pad?.['id'] === 'number' ? pad['id'] : 0;
}
