/** A sheet of many cases in one file: asked for, made beside the requests, fetched by whoever asked for it. */
export { endPrintRun } from './end-run.ts';
export { makePrintRun } from './make-run.ts';
export { printRunFile } from './run-file.ts';
export { startPrintRun } from './start-run.ts';
export { printRunList } from './view-runs.ts';
