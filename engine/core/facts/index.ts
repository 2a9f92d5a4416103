/** Facts with a name: the numbers, dates and lists of codes that a programme says once and uses in many places. */

export { exampleData } from './examples.ts';
export { factsInTemplate, templateWithFacts } from './in-templates.ts';
export { factsIn, withFacts } from './in-texts.ts';
export { type FactLimit, factLimit, isLimit, limitOf } from './limits.ts';
export { factsOf, namedFact } from './values.ts';
export { factText } from './written.ts';
