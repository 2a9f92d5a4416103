/** Applications that are read under a draft before it is published: what would block them, and what no more. */
export { keepExample, viewExample } from './example-case.ts';
export { runReplay } from './run-replay.ts';
export { sideBySide } from './side-by-side.ts';
export { cancelReplay, startReplay } from './start-replay.ts';
export { replayedCasePage, replayedDrafts, replayList } from './view-replays.ts';
