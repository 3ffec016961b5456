import { hostname } from 'node:os';
import { Client, type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
import type { Digest } from '../plan/digest.ts';
import type { StorePlace } from '../store/open-store.ts';
import type { LacunaConfig } from './config.ts';
import { connectTo, namedServer, type Place, reasonOf } from './connect.ts';
import { stateDirectory } from './describe-worker.ts';
import { holderOf } from './lock.ts';
import { workflowIdOf } from './workflow-id.ts';

/** A run that is under way, and a connection to the server that has it. */
export interface LiveRun extends AsyncDisposable {
  readonly client: Client;
  readonly handle: WorkflowHandle;
  readonly address: string;
  /** Its server belongs to the process that runs the pipeline, and ends with it. */
  readonly isPrivate: boolean;
}

export type Reached =
  | { readonly state: 'live'; readonly run: LiveRun }
  /** The server has it no more, or knows that it has ended. */
  | { readonly state: 'over' }
  | { readonly state: 'unreachable'; readonly reason: string; readonly advice: string };

export interface ReachOptions {
  readonly pipeline: string;
  readonly plan: Digest;
  /** Pipeline file, for advice. */
  readonly file: string;
  readonly store: Pick<StorePlace, 'workDirectory'>;
  readonly config: LacunaConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const connectWithinMs = 5_000;

/** Looks for a run from any process: on the server that the user named, or on the private one of this work folder. */
export async function reachRun(options: ReachOptions): Promise<Reached> {
  const named = namedServer(options.config, options.env);
  const place = named ?? (await privateServer(options));
  if ('state' in place) return place;
  try {
    return await look(place, named === undefined, options);
  } catch (error) {
    const advice = named
      ? 'Check the address, the network and the credentials'
      : 'Try again; if that does not help, stop its `lacuna run` and run the file again';
    const reason = `Temporal at ${place.address} does not answer (${reasonOf(error)})`;
    return { state: 'unreachable', reason, advice };
  }
}

async function look(place: Place, isPrivate: boolean, { pipeline, plan }: ReachOptions): Promise<Reached> {
  const connection = await connectTo(place, connectWithinMs);
  const client = new Client({ connection, namespace: place.namespace });
  const handle = client.workflow.getHandle(workflowIdOf(pipeline, plan));
  try {
    if (await isRunning(client, handle)) {
      const { address } = place;
      const close = () => connection.close();
      return { state: 'live', run: { client, handle, address, isPrivate, [Symbol.asyncDispose]: close } };
    }
  } catch (error) {
    await connection.close();
    throw error;
  }
  await connection.close();
  return { state: 'over' };
}

/** Whether the server has the run and knows of no end of it. */
export async function isRunning(client: Client, handle: WorkflowHandle): Promise<boolean> {
  try {
    const { status } = await client.withDeadline(Date.now() + connectWithinMs, () => handle.describe());
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** The server of the `lacuna run` that uses this work folder now, as its lock file says. */
async function privateServer({
  store,
  file,
}: ReachOptions): Promise<Place | Extract<Reached, { readonly state: 'unreachable' }>> {
  const held = await holderOf(stateDirectory(store));
  const goOn = `To go on with it: lacuna run ${file}`;
  if (held === undefined) {
    const reason = 'no server is named, and no process on this machine runs it';
    return { state: 'unreachable', reason, advice: goOn };
  }
  const { owner, address } = held;
  if (owner.host !== hostname()) {
    const reason = `process ${owner.pid} on ${owner.host} runs it, with a private server`;
    return { state: 'unreachable', reason, advice: `Call the same command on ${owner.host}` };
  }
  if (address === undefined) {
    const reason = `the private server of process ${owner.pid} is still being started`;
    return { state: 'unreachable', reason, advice: 'Try again in a moment' };
  }
  return { address, namespace: 'default', connection: {} };
}

/** Whether the private server of a work folder is there: when it goes, the runs on it have ended or were cut off. */
export async function hasPrivateServer(store: Pick<StorePlace, 'workDirectory'>): Promise<boolean> {
  return (await holderOf(stateDirectory(store))) !== undefined;
}
