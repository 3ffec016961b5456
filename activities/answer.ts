import type { ChildProcess } from 'node:child_process';
import { asFailure, failure } from '../diagnostics/failure.ts';
import type { JobContext } from '../plan/job.ts';
import type { FailureMessage, ReplyMessage, Request, RequestMessage } from '../plan/job-protocol.ts';

/** Does what a supervised job asks for, and replies. Never rejects: a refusal is a reply too. */
export async function answer(
  { number, request }: RequestMessage,
  context: JobContext,
  child: ChildProcess,
): Promise<void> {
  const reply = await replyTo(request, context).then(
    (value): ReplyMessage => ({ reply: number, ...(value !== undefined && { value }) }),
    (error: unknown): ReplyMessage => ({ reply: number, failure: failureIn(error) }),
  );
  // A child that is gone does not wait for it.
  if (child.connected) child.send(reply, () => {});
}

async function replyTo(
  request: Request,
  { parts, checkpoints }: JobContext,
): Promise<boolean | number | undefined> {
  switch (request.kind) {
    case 'take-part':
      return own(parts).take(request.name, request.directory);
    case 'keep-part':
      await own(parts).keep(request.name, request.directory);
      return undefined;
    case 'take-checkpoint':
      return own(checkpoints).take(request.directory);
    case 'keep-checkpoint':
      await own(checkpoints).keep(request.step, request.directory);
      return undefined;
  }
}

function own<Keeper>(keeper: Keeper | undefined): Keeper {
  if (keeper === undefined) throw failure('LAC9001', { what: 'a job asked for what outlives no attempt' });
  return keeper;
}

function failureIn(error: unknown): FailureMessage['failure'] {
  const { code, message, retryable } = asFailure(error);
  return { code, message, retryable };
}
