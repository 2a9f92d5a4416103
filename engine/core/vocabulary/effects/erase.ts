import { type ActionDefinition, NO_PARAMS } from '../actions/action.ts';

/** The application is destroyed with its answers and files. */
export const erase: ActionDefinition = { name: 'erase', subject: 'application', params: NO_PARAMS };
