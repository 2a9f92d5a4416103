/** Official prints: the code that each carries, and the answer to whoever asks about one. */
export { attestedSheets, checkAttestation } from './check.ts';
export { attest } from './issue.ts';
