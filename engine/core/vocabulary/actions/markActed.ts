import { type ActionDefinition, NO_PARAMS } from './action.ts';

/** The desk that acts has passed the case in this round. */
export const markActed: ActionDefinition = { name: 'markActed', subject: 'any', params: NO_PARAMS };
