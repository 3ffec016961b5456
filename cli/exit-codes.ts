/** The contract that scripts rely on; documented in the README. */
export const exitCodes = {
  done: 0,
  failed: 1,
  invalid: 2,
  differs: 3,
  unreachable: 4,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof exitCodes)[keyof typeof exitCodes];
