import { type ActionDefinition, NO_PARAMS } from '../actions/action.ts';

/** The account may log in. */
export const activate: ActionDefinition = { name: 'activate', subject: 'account', params: NO_PARAMS };
