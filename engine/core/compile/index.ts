/** The entry of `compile`. `ajv.ts`, the validators of a server, is separate because it brings a compiler along. */
export { validEntries } from './codes.ts';
export { compileEdition } from './edition.ts';
export { endedCodes } from './ended.ts';
export { contentHash, hashDefinition, servingPart } from './hash.ts';
export { inputKey } from './input.ts';
export { interpretedValidators } from './interpreted.ts';
export { inLanguage, languagesOf, writtenOf } from './language.ts';
export * from './logic/index.ts';
export { categoryOf, routeOf, sectionOf } from './parts.ts';
export { lastingNames, meet, type Name, namesRead } from './reads.ts';
export { isAlwaysAsked, projectSchema, typeOf } from './schema/index.ts';
export { scopeOf } from './scope.ts';
