/** Room: the files of a programme's folder -> editions, every part with the place where it was written. */
export { assemble } from './assemble.ts';
export { parseJson } from './json-text.ts';
