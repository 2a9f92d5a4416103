/** Keys and what is done with them. One master key; everything else is derived from it. */
export { newId, newToken, tokenHash } from './id.ts';
export { masked } from './masked.ts';
export { loadMasterKey } from './master-key.ts';
export { secretsOf } from './secrets.ts';
