/** What exists from the start: the organisations of the seed, and a demonstration where it is asked for. */
export type { SeededAccount } from './account.ts';
export { playDemonstration } from './demonstration.ts';
export { openCycle } from './open-cycle.ts';
export { seedOrganisations } from './organisations.ts';
