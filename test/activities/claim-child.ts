import { runTask } from '../../activities/run-task.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { attemptOf, quickClaims } from './claimed.ts';

/* Begins a task and never ends: `claim-child.ts STORE RUN`. Says when it is at work. */
const [, , location = '', run = ''] = process.argv;
const store = await openLocalStore(location);
const keepAlive = setInterval(() => {}, 1000);
await runTask(
  attemptOf(run),
  {
    store,
    operations: {
      pretrain: () => {
        process.stdout.write('working\n');
        return new Promise(() => {});
      },
    },
    program: { module: '', execArgv: [] },
    fetchInput: async () => undefined,
    versions: {},
    claimTiming: quickClaims,
  },
  { report: () => {}, signal: new AbortController().signal },
);
clearInterval(keepAlive);
