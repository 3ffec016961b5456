/* Entry of the workflow bundle: what it exports are the workflow types. */
export { interpret } from './interpret.ts';
