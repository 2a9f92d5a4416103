/** A programme's folder on disk becomes editions. */
export { FolderError } from './folder-error.ts';
export { loadProgramme, readFolder } from './load-programme.ts';
