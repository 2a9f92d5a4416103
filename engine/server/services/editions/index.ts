/** Editions that serve, and what a browser is told of them. */
export { chartSvg, editionView, validatorsModule } from './edition-view.ts';
export { openEditions } from './editions.ts';
export { policyView } from './policy.ts';
export { programmeView, questionsOf } from './programme.ts';
