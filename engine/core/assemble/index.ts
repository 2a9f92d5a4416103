/** The files of a programme's folder become editions; every part knows the place where it was written. */
export { assemble } from './assemble.ts';
export { parseJson } from './json-text.ts';
export { sourceFile } from './source-file.ts';
