import { type ActionDefinition, NO_PARAMS } from '../actions/action.ts';

/** The rows that the input names are struck: they stay, but leave the sheets that the section says. */
export const strike: ActionDefinition = { name: 'strike', subject: 'application', params: NO_PARAMS };
