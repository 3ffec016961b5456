import { writeFileSync } from 'node:fs';
import { runPlan } from '../../engine/run-plan.ts';
import type { Digest } from '../../plan/digest.ts';
import type { Plan } from '../../plan/plan.ts';
import { puppetParts, temporalBinary } from './rig.ts';

/*
 * Stands for the command line in a process that a test may kill: `run-child.ts STORE DIGEST PLAN BUNDLE NEWS`.
 * Tells in the file NEWS when a task is under way.
 */
const [, , store = '', planDigest = '', plan = '', bundle = '', news = ''] = process.argv;
await runPlan({
  plan: JSON.parse(plan) as Plan,
  planDigest: planDigest as Digest,
  run: 'run-of-child',
  store: { location: store, workDirectory: store },
  config: {},
  env: {},
  temporalBinary,
  versions: {},
  signal: new AbortController().signal,
  onEvent: ({ kind }) => {
    if (kind === 'progress') writeFileSync(news, kind);
  },
  parts: await puppetParts({ bundle }),
});
