/** Official prints: the code that each carries, the answer to whoever asks about one, and those that are frozen. */
export { attestedSheets, checkAttestation } from './check.ts';
export { frozenOf, officialPrint } from './frozen.ts';
export { attest, attestAs } from './issue.ts';
