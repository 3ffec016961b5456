import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest } from '../../plan/digest.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Graph, graphOf, predecessorsOf, Schedule, type TaskState } from '../../plan/schedule.ts';

const artifact = `sha256-${'a'.repeat(64)}` as Digest;
const failure = { code: 'LAC4001', message: 'bad' };

/** A graph of `edges.length` tasks: `edges[i]` lists what task i reads and what it only follows. */
function graph(
  edges: readonly { readonly reads?: readonly number[]; readonly after?: readonly number[] }[],
): Graph {
  return {
    ids: edges.map((_, place) => `task-${place}`),
    queues: edges.map(() => 'cpu'),
    reads: edges.map(({ reads = [] }) => reads),
    after: edges.map(({ after = [] }) => after),
  };
}

function states(schedule: Schedule, tasks: number): readonly TaskState[] {
  return Array.from({ length: tasks }, (_, place) => schedule.statusOf(place).state);
}

const anyGraph = fc.integer({ min: 1, max: 25 }).chain((tasks) =>
  fc
    .tuple(
      ...Array.from({ length: tasks }, (_, place) =>
        fc.record({
          reads: place === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat(place - 1), { maxLength: 3 }),
          after: place === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat(place - 1), { maxLength: 2 }),
        }),
      ),
    )
    .map(graph),
);
const anyFate = fc.constantFrom('reused', 'done', 'failed' as const);

/** Runs all tasks, each to its fate; `pick` chooses which of the running ones ends next. */
function runAll(
  edges: Graph,
  fates: readonly ('reused' | 'done' | 'failed')[],
  pick: (running: number) => number,
): Schedule {
  const schedule = new Schedule(edges);
  const running: number[] = [];
  for (;;) {
    for (const place of schedule.takeReady()) {
      for (const before of predecessorsOf(edges, place))
        expect(['reused', 'done']).toContain(schedule.statusOf(before).state);
      schedule.start(place);
      running.push(place);
    }
    const [place] = running.splice(pick(running.length), 1);
    if (place === undefined) return schedule;
    const fate = fates[place % fates.length] ?? 'done';
    if (fate === 'failed') schedule.fail(place, failure);
    else schedule.finish(place, { state: fate, artifact });
  }
}

test('every order of completions ends in the same state, with every task decided', () => {
  fc.assert(
    fc.property(
      anyGraph,
      fc.array(anyFate, { minLength: 1, maxLength: 25 }),
      fc.infiniteStream(fc.nat()),
      (edges, fates, picks) => {
        const first = runAll(edges, fates, () => 0);
        const other = runAll(edges, fates, (running) => (picks.next().value ?? 0) % Math.max(1, running));
        expect(first.isFinished && other.isFinished).toBe(true);
        expect(states(other, edges.ids.length)).toEqual(states(first, edges.ids.length));
      },
    ),
  );
});

test('a task is skipped exactly when something that it needs failed or was skipped', () => {
  fc.assert(
    fc.property(anyGraph, fc.array(anyFate, { minLength: 1, maxLength: 25 }), (edges, fates) => {
      const schedule = runAll(edges, fates, () => 0);
      for (const place of edges.ids.keys()) {
        const isBlocked = predecessorsOf(edges, place).some((before) =>
          ['failed', 'skipped'].includes(schedule.statusOf(before).state),
        );
        expect(schedule.statusOf(place).state === 'skipped').toBe(isBlocked);
      }
    }),
  );
});

test('a reader that asks for changes since its revision misses nothing', () => {
  fc.assert(
    fc.property(anyGraph, (edges) => {
      const schedule = new Schedule(edges);
      const seen = new Map<number, TaskState>(edges.ids.map((_, place) => [place, 'waiting']));
      let revision = 0;
      while (!schedule.isFinished) {
        for (const place of schedule.takeReady()) {
          schedule.start(place);
          schedule.finish(place, { state: 'done', artifact });
        }
        for (const place of schedule.changesSince(revision)) seen.set(place, schedule.statusOf(place).state);
        revision = schedule.revision;
      }
      expect([...seen.values()]).toEqual(states(schedule, edges.ids.length));
    }),
  );
});

test('a damaged input is looked up again before the task that reads it, and others keep their results', () => {
  // 0 -> 1 -> 2, and 3 reads 0 and is done.
  const schedule = new Schedule(graph([{}, { reads: [0] }, { reads: [1] }, { reads: [0] }]));
  for (const place of [0, 1, 3]) schedule.finish(place, { state: 'done', artifact });
  expect(schedule.takeReady()).toEqual([2]);
  schedule.start(2);
  schedule.reopenInputs(2);
  expect(states(schedule, 4)).toEqual(['done', 'waiting', 'waiting', 'done']);
  expect(schedule.takeReady()).toEqual([1]);
  // Making 1 again finds that 0 is damaged too.
  schedule.start(1);
  schedule.reopenInputs(1);
  expect(schedule.takeReady()).toEqual([0]);
  for (const place of [0, 1]) schedule.finish(place, { state: 'done', artifact });
  expect(schedule.takeReady()).toEqual([2]);
  schedule.finish(2, { state: 'done', artifact });
  expect(schedule.isFinished).toBe(true);
});

/** Runs what is ready until nothing is left, as `runAll`, on a schedule that something happened to. */
function runOn(schedule: Schedule, fate: (place: number) => 'done' | 'failed', edges: Graph): void {
  for (let ready = schedule.takeReady(); ready.length > 0; ready = schedule.takeReady()) {
    for (const place of ready) {
      for (const before of predecessorsOf(edges, place))
        expect(['reused', 'done']).toContain(schedule.statusOf(before).state);
      schedule.start(place);
      if (fate(place) === 'done') schedule.finish(place, { state: 'done', artifact });
      else schedule.fail(place, failure);
    }
  }
}

test('what failed and is tried again ends as if it had not failed, in whatever order', () => {
  fc.assert(
    fc.property(
      anyGraph,
      fc.array(anyFate, { minLength: 1, maxLength: 25 }),
      fc.infiniteStream(fc.nat()),
      (edges, fates, picks) => {
        const schedule = runAll(edges, fates, () => 0);
        for (;;) {
          const failed = edges.ids
            .map((_, place) => place)
            .filter((place) => schedule.statusOf(place).state === 'failed');
          const place = failed[(picks.next().value ?? 0) % Math.max(1, failed.length)];
          if (place === undefined) break;
          expect(schedule.retry(place)).toContain(place);
          expect(schedule.isFinished).toBe(false);
          // Half of them at once, half before the next one is tried again.
          if ((picks.next().value ?? 0) % 2 === 0) runOn(schedule, () => 'done', edges);
        }
        runOn(schedule, () => 'done', edges);
        expect(schedule.isFinished).toBe(true);
        for (const state of states(schedule, edges.ids.length)) expect(['reused', 'done']).toContain(state);
      },
    ),
  );
});

test('a task stays skipped as long as anything that it needs has failed, and only failed tasks are opened', () => {
  // 0 and 1 fail; 2 reads 0, 3 reads 1 and 2, 4 reads 3.
  const edges = graph([{}, {}, { reads: [0] }, { reads: [1, 2] }, { after: [3] }]);
  const schedule = runAll(edges, ['failed'], () => 0);
  expect(schedule.retry(3)).toEqual([]);
  expect(schedule.retry(0)).toEqual([0, 2]);
  expect(states(schedule, 5)).toEqual(['waiting', 'failed', 'waiting', 'skipped', 'skipped']);
  expect(schedule.takeReady()).toEqual([0]);
  expect(schedule.retry(1)).toEqual([1, 3, 4]);
  schedule.fail(0, failure);
  expect(states(schedule, 5)).toEqual(['failed', 'waiting', 'skipped', 'skipped', 'skipped']);
});

test('an attempt that is given up is ready again', () => {
  const schedule = new Schedule(graph([{}]));
  expect(schedule.takeReady()).toEqual([0]);
  schedule.start(0);
  expect(schedule.hasReady).toBe(false);
  schedule.putBack(0);
  expect(schedule.takeReady()).toEqual([0]);
});

test('edges come from inputs and after, once each', () => {
  const task = { step: 's', operation: 'train', queue: 'gpu', axes: {}, params: {} } as const;
  const plan: Plan = {
    version: 1,
    pipeline: 'p',
    tasks: [
      { ...task, id: 'a', inputs: [{ role: 'weights', digest: artifact, source: 'pypi:x' }], after: [] },
      {
        ...task,
        id: 'b',
        queue: 'cpu',
        inputs: [
          { role: 'x', task: 'a' },
          { role: 'y', task: 'a' },
        ],
        after: ['a'],
      },
    ],
  };
  const edges = graphOf(plan);
  expect(edges).toEqual({ ids: ['a', 'b'], queues: ['gpu', 'cpu'], reads: [[], [0]], after: [[], [0]] });
  expect(predecessorsOf(edges, 1)).toEqual([0]);
});

test('ten thousand tasks in one chain take seconds, not the minutes of a quadratic search', () => {
  const edges = graph(
    Array.from({ length: 10_000 }, (_, place) => ({ reads: place === 0 ? [] : [place - 1] })),
  );
  const start = performance.now();
  expect(runAll(edges, ['done'], () => 0).isFinished).toBe(true);
  expect(performance.now() - start).toBeLessThan(20_000);
});
