/** Room: a programme's folder on disk -> editions. */
export { loadProgramme, readFolder } from './load-programme.ts';
