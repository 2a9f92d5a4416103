export { choicesOf, type Lists } from './choices.ts';
export { type Presented, present } from './schema.ts';
