import { failure } from '../diagnostics/failure.ts';
import type { Encoder } from './encoder.ts';

function side(encoder: Encoder, tensor: string): number {
  return encoder.tensors[tensor]?.shape[0] ?? 0;
}

/**
 * Refuses texts that the encoder cannot read: rows longer than its positions, ids beyond its vocabulary. On a GPU
 * such an id would silently read zeros, so it is checked before anything runs.
 */
export function requireReadableText(encoder: Encoder, ids: Int32Array, maxLength: number): void {
  const limit = side(encoder, 'embeddings.position_embeddings.weight');
  if (maxLength > limit) throw failure('LAC4130', { tokens: maxLength, limit });
  const vocabulary = side(encoder, 'embeddings.word_embeddings.weight');
  const id = ids.find((id) => id < 0 || id >= vocabulary);
  if (id !== undefined) throw failure('LAC4132', { id, vocabulary });
}
