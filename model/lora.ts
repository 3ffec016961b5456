import { failure } from '../diagnostics/failure.ts';
import type { Stream } from '../random/stream.ts';
import type { Encoder, LoraTarget } from './encoder.ts';

/** Options of low-rank adapters (Hu et al. 2022), as the pipeline language has them. */
export interface LoraOptions {
  readonly rank: number;
  readonly alpha: number;
  readonly dropout: number;
  readonly targets: readonly LoraTarget[];
}

/** Shapes of both matrices for a projection [out, in]: A [rank, in], B [out, rank]. */
interface AdapterShape {
  readonly A: readonly [number, number];
  readonly B: readonly [number, number];
}

/** Shapes of the adapters of an encoder by projection. A rank beyond a projection's sides is refused. */
export function adapterShapes(
  encoder: Encoder,
  { rank, targets }: LoraOptions,
): ReadonlyMap<string, AdapterShape> {
  const shapes = new Map<string, AdapterShape>();
  for (const projection of encoder.projections(targets)) {
    const [out = 0, from = 0] = encoder.tensors[`${projection}.weight`]?.shape ?? [];
    const limit = Math.min(out, from);
    if (rank > limit) throw failure('LAC4134', { rank, limit, projection });
    shapes.set(projection, { A: [rank, from], B: [out, rank] });
  }
  return shapes;
}

/** Initial A as in PEFT and loralib: uniform in +-1/sqrt(in). B starts at 0, so that nothing changes at first. */
export function initialA([rank, from]: readonly [number, number], random: Stream): Float32Array {
  const bound = 1 / Math.sqrt(from);
  return Float32Array.from({ length: rank * from }, () => bound * (2 * random.uniform() - 1));
}
