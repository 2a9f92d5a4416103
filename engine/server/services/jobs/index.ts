/** The operator's desk of jobs: what runs beside the requests, and what was asked for by hand. */
export { changeJob } from './change-job.ts';
export { jobPage } from './job-page.ts';
export { startJob } from './start-job.ts';
