import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { writeBundle } from '../engine/bundle.ts';
import { programOf } from '../engine/modules.ts';
import { type RunOptions, runPlan } from '../engine/run-plan.ts';
import { startServer } from '../engine/server.ts';
import { workflowIdOf } from '../engine/workflow-id.ts';
import { canonicalJson } from '../plan/canonical-json.ts';
import type { JsonObject } from '../plan/digest.ts';
import type { Plan, Task } from '../plan/plan.ts';
import { locateTools } from '../setup/package-cache.mjs';
import { openLocalStore } from '../store/local-store.ts';
import { tempFolder } from '../test/rig/cli.ts';

/*
 * What the engine costs: a plan of trivial tasks, once all at once and once one after the other, on a private server
 * with one worker. `npm run bench:scale -- --tasks 2000 --sequence 500`.
 */
const { values } = parseArgs({
  options: { tasks: { type: 'string', default: '10000' }, sequence: { type: 'string', default: '10000' } },
});

/** Tasks that nothing is asked of; in sequence each follows the one before. */
function planOf(shape: 'parallel' | 'sequence', count: number): Plan {
  const tasks = Array.from({ length: count }, (_, place): Task => {
    const [id, before] = [`${shape}[number=${place}]`, `${shape}[number=${place - 1}]`];
    const after = shape === 'sequence' && place > 0 ? [before] : [];
    return {
      ...{ id, step: shape, operation: 'tabulate', queue: 'cpu', axes: {}, after },
      ...{ params: { name: id }, inputs: [] },
    };
  });
  return { version: 1, pipeline: `bench-${shape}`, tasks };
}

/** Resident memory of a process in MB. */
function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** The worker process that this one started. */
function workerPid(): number | undefined {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const pid = children.find((name) => {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      const isOurs = Number(fields[1]) === process.pid;
      return isOurs && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('worker-main');
    } catch {
      // It ended while we looked.
      return false;
    }
  });
  return pid === undefined ? undefined : Number(pid);
}

interface Measured {
  readonly seconds: number;
  readonly workerMb: readonly number[];
  readonly serverMb: number;
  readonly executions: number;
  readonly largestInput: number;
}

async function measure(plan: Plan, folder: string, bundle: string): Promise<Measured> {
  const location = join(folder, plan.pipeline);
  const store = await openLocalStore(location);
  const planDigest = await store.putBytes(
    new TextEncoder().encode(canonicalJson(plan as unknown as JsonObject)),
  );
  const temporalBinary = locateTools(process.env).temporal.path ?? '';
  const quiet = { onMessage: console.error, onProcess: () => {}, onLost: console.error };
  const server = await startServer({ ...quiet, binary: temporalBinary, directory: join(location, 'server') });
  const workerMb: number[] = [];
  let start = 0;
  const options: RunOptions = {
    ...{ plan, planDigest, run: 'bench', store: { location, workDirectory: location } },
    ...{ config: { address: server.address }, env: {}, temporalBinary, versions: {} },
    signal: new AbortController().signal,
    onUnderWay: () => {
      start = performance.now();
      const pid = workerPid();
      if (pid !== undefined) workerMb.push(residentMb(pid));
    },
    onEvent: (event) => {
      if (event.kind === 'message') console.error(event.text);
      const pid = workerPid();
      if (pid !== undefined) workerMb.push(residentMb(pid));
    },
    parts: {
      parts: fileURLToPath(new URL('./scale-parts.ts', import.meta.url)),
      program: programOf('/nonexistent'),
      bundle,
    },
  };
  try {
    const { state } = await runPlan(options);
    const seconds = (performance.now() - start) / 1000;
    if (state !== 'done') throw new Error(`the run ended as ${state}`);
    const history = await historyOf(server.address, workflowIdOf(plan.pipeline, planDigest));
    return { seconds, workerMb, serverMb: residentMb(server.process.pid), ...history };
  } finally {
    await server.stop();
  }
}

/** Executions of the run, and the largest input that one gave to the next, in bytes. */
async function historyOf(
  address: string,
  workflowId: string,
): Promise<Pick<Measured, 'executions' | 'largestInput'>> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const inputs: number[] = [];
  let runId: string | undefined = (await client.workflow.getHandle(workflowId).describe()).runId;
  while (runId !== undefined && runId !== '') {
    const { bytes, before } = await beginningOf(client, { workflowId, runId });
    inputs.push(bytes);
    runId = before;
  }
  await connection.close();
  return { executions: inputs.length, largestInput: Math.max(...inputs) };
}

/** Bytes of the input of an execution, and the execution that gave it. */
async function beginningOf(
  client: Client,
  execution: { readonly workflowId: string; readonly runId: string },
): Promise<{ readonly bytes: number; readonly before: string | undefined }> {
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: 'default',
    execution,
    maximumPageSize: 1,
  });
  const begun = history?.events?.[0]?.workflowExecutionStartedEventAttributes;
  const payloads = begun?.input?.payloads ?? [];
  const bytes = payloads.reduce((sum, { data }) => sum + (data?.length ?? 0), 0);
  return { bytes, before: begun?.continuedExecutionRunId ?? undefined };
}

await using folder = await tempFolder();
const bundle = join(folder.path, 'bundle.js');
await writeBundle(bundle);
console.log(`${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, node ${process.version}`);
console.log(
  `load before: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
for (const [shape, count] of [
  ['parallel', Number(values.tasks)],
  ['sequence', Number(values.sequence)],
] as const) {
  if (count === 0) continue;
  const { seconds, workerMb, serverMb, executions, largestInput } = await measure(
    planOf(shape, count),
    folder.path,
    bundle,
  );
  const megabytes = (value: number | undefined) => `${(value ?? 0).toFixed(0)} MB`;
  console.log(
    [
      `${count} tasks in ${shape}: ${seconds.toFixed(1)} s, ${((1000 * seconds) / count).toFixed(1)} ms per task`,
      `worker ${megabytes(workerMb[0])} at the start, ${megabytes(workerMb.at(-1))} at the end, ${megabytes(Math.max(...workerMb))} at most`,
      `server ${megabytes(serverMb)} at the end`,
      `continued as new ${executions - 1} times, with ${(largestInput / 1000).toFixed(0)} kB at most`,
    ].join('; '),
  );
}
console.log(
  `load after: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
