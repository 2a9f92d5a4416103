/** The published editions, and what a browser gets of them. */
export { changeCycle, cyclesView, setWindow } from './cycles.ts';
export { chartSvg, editionView, fittedTemplates } from './edition-view.ts';
export { openEditions } from './editions.ts';
export { servicesIn } from './in-language.ts';
export { keepFresh } from './keep-fresh.ts';
export { keptEditions } from './kept-editions.ts';
export { policyView } from './policy.ts';
export { programmeView, questionsOf } from './programme.ts';
export { appendPublication, keepEdition, type Ready } from './publications.ts';
export { fileOf, filesOf, type Source, sourceOf, textOf } from './source.ts';
