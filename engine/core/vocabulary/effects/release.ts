import { type ActionDefinition, NO_PARAMS } from '../actions/action.ts';

/** The account is deleted and its unique values are free again. */
export const release: ActionDefinition = { name: 'release', subject: 'account', params: NO_PARAMS };
