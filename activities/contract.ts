import type { Digest } from '../plan/digest.ts';
import type { Graph } from '../plan/schedule.ts';

/*
 * What the workflow asks of its activities. Payloads hold places in the plan, digests and small numbers: data
 * stays in the store, and a plan of 10,000 tasks stays far below Temporal's 2 MB for one payload.
 */

export interface SettleRequest {
  readonly planDigest: Digest;
  /** Tasks to look up; left out: all. */
  readonly candidates?: readonly number[];
  /** Artifacts of finished tasks that the candidates read or follow. */
  readonly known: readonly Found[];
}

/** Place of a task and the digest of its artifact. */
export type Found = readonly [place: number, artifact: Digest];

export interface SettleReply {
  readonly reused: readonly Found[];
  /** Tasks whose result is not in the store although all their inputs are. */
  readonly missing: readonly number[];
}

export interface ExecuteRequest {
  readonly planDigest: Digest;
  readonly task: number;
  /** Artifacts of the tasks that it reads. */
  readonly reads: readonly Found[];
  /** Of the run that asks, for provenance and logs. */
  readonly run: string;
}

export interface ExecuteReply {
  readonly artifact: Digest;
  /** Wall time of the attempt that made it; 0 when another attempt had published it already. */
  readonly seconds: number;
}

/** Everything that the interpreter can ask for. Failures arrive as ApplicationFailure with `type` = our code. */
export interface Activities {
  loadGraph(planDigest: Digest): Promise<Graph>;
  settle(request: SettleRequest): Promise<SettleReply>;
  execute(request: ExecuteRequest): Promise<ExecuteReply>;
}
