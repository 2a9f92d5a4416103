/** Room: an edition -> everything that is wrong with it, at once. One check a file in `checks/`. */
export { lint } from './lint.ts';
export { unconfirmed } from './unconfirmed.ts';
