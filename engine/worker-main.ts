import { reach } from '../store/fault-points.ts';
import type { Owner } from '../store/owner.ts';
import { signalProcess } from './stop-process.ts';
import { type RunningWorker, startWorker } from './worker.ts';
import type { WorkerNews, WorkerOrder, WorkerSettings } from './worker-settings.ts';

/*
 * The worker process. Its parent forks it with an IPC channel and sends one order to start; when the channel
 * closes the parent is dead, and nothing of the run may stay behind.
 */

let worker: RunningWorker | undefined;
let server: Owner | undefined;
let mustStop = false;

function tell(news: WorkerNews): void {
  process.send?.(news);
}

function end(news: WorkerNews | undefined, status: number): void {
  if (news === undefined || process.send === undefined) process.exit(status);
  process.send(news, () => process.exit(status));
}

async function start(settings: WorkerSettings): Promise<void> {
  server = settings.server;
  reach('engine:worker-start');
  try {
    worker = await startWorker(settings, process.env, (damage) => tell({ damage }));
    if (mustStop) worker.stop();
    tell({ ready: true });
    end({ givenBack: await worker.finished }, 0);
  } catch (error) {
    end({ failed: error instanceof Error ? error.message : String(error) }, 1);
  }
}

function obey(order: WorkerOrder): void {
  if ('start' in order) void start(order.start);
  else if ('server' in order) server = order.server;
  else stop();
}

function stop(): void {
  mustStop = true;
  worker?.stop();
}

function main(): void {
  if (process.send === undefined) {
    process.stderr.write('This program is started by lacuna; run `lacuna worker` instead.\n');
    process.exit(1);
  }
  process.on('message', obey);
  process.on('SIGTERM', stop);
  // ^C in a terminal reaches every process there. The parent decides what it means.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => {
    // The database survives the death of its server at any moment, so there is nothing to wait for.
    if (server) signalProcess(server, 'SIGKILL');
    // Leaving takes the supervised programs along.
    process.exit(1);
  });
}

main();
