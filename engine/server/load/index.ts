/** A programme's folder on disk becomes editions. */
export { loadChecked } from './checked.ts';
export { FolderError } from './folder-error.ts';
export { loadProgramme, readFolder } from './load-programme.ts';
