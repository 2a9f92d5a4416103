export { choicesOf, type Lists } from './choices.ts';
export { type Presented, type PresentOptions, present } from './schema.ts';
