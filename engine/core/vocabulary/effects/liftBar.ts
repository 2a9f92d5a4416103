import { type ActionDefinition, NO_PARAMS } from '../actions/action.ts';

/** The person may apply again in this cycle. */
export const liftBar: ActionDefinition = { name: 'liftBar', subject: 'application', params: NO_PARAMS };
