/**
 * The entry of `compile`. Two more are separate because they bring a compiler along, and one is for browsers:
 * `ajv.ts` (validators made at run time), `standalone.ts` (validators written down), `module.ts` (taken from there).
 */
export { validEntries } from './codes.ts';
export { compileEdition } from './edition.ts';
export { endedCodes } from './ended.ts';
export { contentHash, hashDefinition, servingPart } from './hash.ts';
export { inputKey } from './input.ts';
export { interpretedValidators } from './interpreted.ts';
export { inLanguage, languagesOf, writtenOf } from './language.ts';
export * from './logic/index.ts';
export { categoryOf, routeOf, sectionOf } from './parts.ts';
export { meet, type Name, namesRead } from './reads.ts';
export { isAlwaysAsked, projectSchema, typeOf } from './schema/index.ts';
export { scopeOf } from './scope.ts';
export type { ValidatorPair } from './validators.ts';
