/** An edition goes in, everything that is wrong with it comes out. One check a file in `checks/`. */
export { lint } from './lint.ts';
export { unconfirmed } from './unconfirmed.ts';
