/** Room: the files of a programme's folder -> editions, every part with the place where it was written. */
export { assemble } from './assemble.ts';
export { type FileKind, placeOfFile } from './folder.ts';
export { asList, asObject, asText, isObject } from './json.ts';
export { parseJson } from './json-text.ts';
export { pointer, segmentsOf, valueAt } from './pointer.ts';
