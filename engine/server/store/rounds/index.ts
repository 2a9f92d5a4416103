/** What is read in one statement, or not at all: rounds, loaders and the directory. */
export { loadChildren, loadCycleWindows, loadEditions, loading, loadLine, readTogether } from './loaders.ts';
export { readCase } from './read-case.ts';
export { type ReadForm, readAnswers, readHeads } from './read-many.ts';
export { readRights } from './read-rights.ts';
