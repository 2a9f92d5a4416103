/**
 * Stands in the build of the screens for what RJSF brings along and a form of a definition never asks for: merging
 * schemas of `allOf`, and references by URI. Whatever asks for them is told that they are not there.
 */
const refuse = (): never => {
  throw new Error('a form of a definition has neither allOf nor references by URI');
};

// @x0k/json-schema-merge
export const createComparator = () => ({
  compareSchemaDefinitions: refuse,
  compareSchemaValues: refuse,
});
export const createMerger = () => ({ mergeArrayOfSchemaDefinitions: refuse });
export const createShallowAllOfMerge = () => refuse;
export const createDeduplicator = () => refuse;
export const createIntersector = () => refuse;

// fast-uri, and @rc-component/async-validator, which checks forms of antd: none is made
export default Object.assign(refuse, { equal: refuse, resolve: refuse });
