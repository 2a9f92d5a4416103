/** What a desk sees: menu, pages of a queue, rosters, numbers of a batch. */
export { type Batch, casesUnder, matches, numbers } from './batch-numbers.ts';
export { queueMenu } from './queue-menu.ts';
export { queueKey, queuePage } from './queue-page.ts';
export { roster } from './roster.ts';
export { runningRoute } from './running.ts';
