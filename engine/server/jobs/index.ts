/** Work beside the requests: taken from the store under a lease, tried again, taken over when a process dies. */
export { kinds } from './kinds/index.ts';
export { openWorker } from './worker.ts';
