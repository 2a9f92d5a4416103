import { type ActionDefinition, NO_PARAMS } from './action.ts';

/** A new round begins: the round counts up and nobody has acted in it. */
export const startRound: ActionDefinition = { name: 'startRound', subject: 'any', params: NO_PARAMS };
