/** A programme's folder on disk becomes editions. */
export { FolderError } from './folder-error.ts';
export { LIMITS, loadProgramme, readFolder } from './load-programme.ts';
export { deskFiles, STARTER_LOCALES, STARTER_ROUTES, starterFiles, starterOutline } from './starters.ts';
