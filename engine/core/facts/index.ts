/** Facts with a name: the numbers, dates and lists of codes that a programme says once and uses in many places. */
export { type FactLimit, factLimit, isLimit, limitOf } from './limits.ts';
export { factsIn, withFacts } from './places.ts';
export { factsInTemplate, templateWithFacts } from './templates.ts';
export { factsOf, factValue, namedFact } from './values.ts';
export { factText } from './written.ts';
