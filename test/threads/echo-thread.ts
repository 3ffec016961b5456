import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '../../diagnostics/failure.ts';
import { serve } from '../../threads/serve.ts';

/** What the thread of the tests can be asked to do. */
export type EchoWork =
  | { readonly kind: 'echo'; readonly value: number; readonly ms?: number }
  | { readonly kind: 'fail' }
  | { readonly kind: 'throw' }
  | { readonly kind: 'exit' };

let calls = 0;

serve<EchoWork, { readonly value: number; readonly calls: number }>(async (work, report) => {
  calls += 1;
  switch (work.kind) {
    case 'echo':
      report(`at ${work.value}`);
      await sleep(work.ms ?? 0);
      return { result: { value: work.value, calls } };
    case 'fail':
      throw failure('LAC3103', {});
    case 'throw':
      throw new TypeError('a slip');
    case 'exit':
      process.exit(3);
  }
});
