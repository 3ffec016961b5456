/*
 * The dimensions of the crash matrix, and which combinations make sense.
 */

export const victims = ['command line', 'worker', 'Temporal server', 'trainer', 'S3 server'] as const;
export const faults = [
  'SIGKILL',
  'SIGTERM',
  'SIGSTOP, then SIGCONT',
  'disk full',
  'torn write',
  'network cut',
  'clock jump',
] as const;
export const moments = [
  'before start',
  'mid-step',
  'after publish, before record',
  'during table write',
] as const;

export type Victim = (typeof victims)[number];
export type Fault = (typeof faults)[number];
export type Moment = (typeof moments)[number];

/** A combination that makes no sense, and why. */
export interface Exclusion {
  readonly victim: Victim;
  readonly fault: Fault;
  readonly moment: Moment;
  readonly reason: string;
}

export type Combination = Omit<Exclusion, 'reason'>;

/** The first rule that holds for a combination says why it is left out. */
const rules: readonly { readonly reason: string; readonly holds: (combination: Combination) => boolean }[] = [
  {
    reason: 'a trainer lives in a step only: its process is gone before its result is published',
    holds: ({ victim, moment }) =>
      victim === 'trainer' && (moment === 'after publish, before record' || moment === 'during table write'),
  },
  {
    reason: 'a trainer speaks to its worker through a pipe and to no network',
    holds: ({ victim, fault }) => victim === 'trainer' && fault === 'network cut',
  },
  {
    reason: 'before it has its job a trainer writes nothing',
    holds: ({ victim, fault, moment }) =>
      victim === 'trainer' && fault === 'torn write' && moment === 'before start',
  },
  {
    reason: 'before it has a task a worker writes nothing but its log',
    holds: ({ victim, fault, moment }) =>
      victim === 'worker' && fault === 'torn write' && moment === 'before start',
  },
  {
    reason: 'between the publication and the report of it a worker writes nothing',
    holds: ({ victim, fault, moment }) =>
      victim === 'worker' && fault === 'disk full' && moment === 'after publish, before record',
  },
  {
    reason: 'while a task runs the command line writes nothing: it watches',
    holds: ({ victim, fault, moment }) =>
      victim === 'command line' && moment === 'mid-step' && (fault === 'disk full' || fault === 'torn write'),
  },
  {
    reason:
      'when all tasks are done the command line has closed its connections; record and tables are files',
    holds: ({ victim, fault, moment }) =>
      victim === 'command line' &&
      fault === 'network cut' &&
      (moment === 'after publish, before record' || moment === 'during table write'),
  },
  {
    reason: 'the clock of this one Go program cannot be shifted without that of the whole machine',
    holds: ({ victim, fault }) => fault === 'clock jump' && victim === 'Temporal server',
  },
];

/** Everything that can be combined. */
const combinations: readonly Combination[] = victims.flatMap((victim) =>
  faults.flatMap((fault) => moments.map((moment) => ({ victim, fault, moment }))),
);

/** Combinations that are left out, each with its reason. */
export const exclusions: readonly Exclusion[] = combinations.flatMap((combination) => {
  const reason = rules.find(({ holds }) => holds(combination))?.reason;
  return reason === undefined ? [] : [{ ...combination, reason }];
});

/** Every combination that makes sense. */
export const sensible: readonly Combination[] = combinations.filter(
  (combination) => !rules.some(({ holds }) => holds(combination)),
);
