export { choicesOf, type Lists, suggestionsOf } from './choices.ts';
export { type Presented, present } from './schema.ts';
