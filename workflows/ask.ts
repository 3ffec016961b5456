import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/contract.ts';
import { maximumAttempts } from './contract.ts';

const retry = { initialInterval: '1 s', backoffCoefficient: 2, maximumAttempts } as const;

// Local: a look-up takes milliseconds and must not wait for a slot behind a long task.
export const { loadGraph, settle } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  retry,
});

export const { execute } = proxyActivities<Activities>({
  startToCloseTimeout: '7 days',
  // The worker reports every second. Ten make room for a machine that is busy to the limit.
  heartbeatTimeout: '10 s',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry,
});
