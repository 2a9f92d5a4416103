import { type ActionDefinition, NO_PARAMS } from './action.ts';

/** The passes of this round are void; the case remembers which desk returned it. */
export const clearRound: ActionDefinition = { name: 'clearRound', subject: 'any', params: NO_PARAMS };
