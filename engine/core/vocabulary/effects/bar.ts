import { type ActionDefinition, NO_PARAMS } from '../actions/action.ts';

/** The person cannot apply again in this cycle. */
export const bar: ActionDefinition = { name: 'bar', subject: 'application', params: NO_PARAMS };
