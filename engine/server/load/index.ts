/** A programme's folder on disk becomes editions. */
export { loadProgramme, readFolder } from './load-programme.ts';
