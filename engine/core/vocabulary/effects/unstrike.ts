import { type ActionDefinition, NO_PARAMS } from '../actions/action.ts';

/** The rows that the input names count again. */
export const unstrike: ActionDefinition = { name: 'unstrike', subject: 'application', params: NO_PARAMS };
