import type { Graph, Schedule, TaskFailure } from '../plan/schedule.ts';
import type { Carried } from './contract.ts';

/** Characters that the messages of all failures may have together: one payload holds 2 MB at most. */
const messageBudget = 200_000;

/** How the tasks stand that the store cannot tell about: failed ones, and which were made in this run. */
export function carriedResults(graph: Graph, schedule: Schedule): Pick<Carried, 'failed' | 'done'> {
  const failed: [number, TaskFailure][] = [];
  const done: [number, number][] = [];
  for (const place of graph.ids.keys()) {
    const { state, failure, seconds = 0 } = schedule.statusOf(place);
    if (failure !== undefined) failed.push([place, failure]);
    if (state === 'done') done.push([place, Math.round(seconds * 1000) / 1000]);
  }
  const longest = Math.floor(messageBudget / Math.max(1, failed.length));
  return { failed: failed.map(([place, failure]) => [place, shortened(failure, longest)]), done };
}

function shortened(failure: TaskFailure, longest: number): TaskFailure {
  const { message } = failure;
  return message.length <= longest ? failure : { ...failure, message: `${message.slice(0, longest)}...` };
}
