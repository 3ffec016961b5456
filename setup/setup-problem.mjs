/**
 * What kind of refusal it is, so that other rooms can map it onto their own codes.
 * @typedef {'missing-tool' | 'platform' | 'download' | 'digest' | 'disk-full' | 'no-access' | 'archive'
 *   | 'build' | 'configuration' | 'interrupted'} ProblemKind
 */

/** The world refused something during set-up. The message says what, where, why and what to do next. */
export class SetupProblem extends Error {
  /**
   * @param {ProblemKind} kind
   * @param {string} text
   * @param {unknown} [cause]
   */
  constructor(kind, text, cause) {
    super(text, cause === undefined ? undefined : { cause });
    this.name = 'SetupProblem';
    /** @readonly */
    this.kind = kind;
  }
}

/**
 * The errno of a system error (`ENOENT`), or nothing for any other value.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function errnoOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
