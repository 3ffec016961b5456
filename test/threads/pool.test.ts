import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ThreadPool } from '../../threads/pool.ts';
import type { EchoWork } from './echo-thread.ts';

type Echo = { readonly value: number; readonly calls: number };

let pool: ThreadPool<EchoWork, Echo>;
beforeEach(() => {
  pool = new ThreadPool(new URL('./echo-thread', import.meta.url), 2);
});
afterEach(() => pool[Symbol.asyncDispose]());

describe('a pool of threads', () => {
  it('does more work than it has threads, and gives each asker its own result', async () => {
    const values = Array.from({ length: 9 }, (_, value) => value);
    const replies = await Promise.all(values.map((value) => pool.run({ kind: 'echo', value, ms: 3 })));
    expect(replies.map(({ value }) => value)).toEqual(values);
    expect(Math.max(...replies.map(({ calls }) => calls))).toBeGreaterThanOrEqual(5);
  });

  it('passes on how far a piece of work is', async () => {
    const heard: unknown[] = [];
    await pool.run({ kind: 'echo', value: 7 }, (progress) => heard.push(progress));
    expect(heard).toEqual(['at 7']);
  });

  it('throws the failure of a thread with its code and words, and uses the thread again', async () => {
    const first = await pool.run({ kind: 'echo', value: 0 });
    await expect(pool.run({ kind: 'fail' })).rejects.toMatchObject({
      code: 'LAC3103',
      message: expect.stringContaining('modality'),
    });
    expect((await pool.run({ kind: 'echo', value: 0 })).calls).toBe(first.calls + 2);
  });

  it.each([
    { kind: 'throw', words: /a slip/ },
    { kind: 'exit', words: /ended with 3/ },
  ] as const)(
    'calls it a bug when a thread does $kind, and goes on with a new one',
    async ({ kind, words }) => {
      await expect(pool.run({ kind })).rejects.toMatchObject({
        code: 'LAC9001',
        message: expect.stringMatching(words),
      });
      expect((await pool.run({ kind: 'echo', value: 0 })).calls).toBe(1);
    },
  );

  it('that is full when a thread dies still serves those who wait', async () => {
    const dying = [pool.run({ kind: 'exit' }), pool.run({ kind: 'exit' })];
    const waiting = [1, 2, 3].map((value) => pool.run({ kind: 'echo', value }));
    expect((await Promise.allSettled(dying)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await Promise.all(waiting)).map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it('ends at once, also in the middle of work', async () => {
    const busy = pool.run({ kind: 'echo', value: 1, ms: 60_000 });
    const end = expect(busy).rejects.toMatchObject({ code: 'LAC9001' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await pool[Symbol.asyncDispose]();
    await end;
  });
});
