import type { ValidateFunction } from 'ajv';

/** The compiled validator of a pipeline file; the problems that it finds are in `errors`. */
declare const validate: ValidateFunction;
export = validate;
