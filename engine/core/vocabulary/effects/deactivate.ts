import { type ActionDefinition, NO_PARAMS } from '../actions/action.ts';

/** The account may no longer log in; every session of it ends. */
export const deactivate: ActionDefinition = { name: 'deactivate', subject: 'account', params: NO_PARAMS };
