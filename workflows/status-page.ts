import type { Schedule, TaskStatus } from '../plan/schedule.ts';
import { pageSize, type StatusPage } from './contract.ts';

/** Characters of messages in a page, besides its first task: an answer holds 2 MB at most. */
const messageBudget = 200_000;

/** What changed after a revision, oldest first, as far as it fits into one answer. */
export function pageOf(
  schedule: Schedule,
  revision: number,
): Pick<StatusPage, 'revision' | 'hasMore' | 'tasks'> {
  const changed = schedule.changesSince(revision);
  const tasks: [number, TaskStatus][] = [];
  let characters = 0;
  for (const place of changed.slice(0, pageSize)) {
    const status = schedule.statusOf(place);
    characters += status.failure?.message.length ?? 0;
    if (tasks.length > 0 && characters > messageBudget) break;
    tasks.push([place, status]);
  }
  return {
    revision: tasks.at(-1)?.[1].revision ?? revision,
    hasMore: changed.length > tasks.length,
    tasks,
  };
}
