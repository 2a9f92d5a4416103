/** Editions to come: what is waiting to be published. */
export { takeInFolder } from './take-in-folder.ts';
