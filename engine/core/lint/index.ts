/** An edition goes in, everything that is wrong with it comes out. One check a file in `checks/`. */
export { lint } from './lint.ts';
export { lintKept } from './lint-kept.ts';
export { lintLocales } from './locales/index.ts';
export { problemOf } from './report/index.ts';
export { refusedTemplate } from './templates/faults.ts';
export {
  type EnteredBlock,
  namesBelow,
  type PlacedFault,
  placedFaults,
  templateBlocks,
  templateHelpers,
} from './templates/in-place.ts';
export { unconfirmed } from './unconfirmed.ts';
