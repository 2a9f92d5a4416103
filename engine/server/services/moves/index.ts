/** Cases under way that go over to another edition of their cycle: tried, carried out, led back. */
export { runMove } from './run-move.ts';
export { actOnMove, startMove } from './start-move.ts';
export { movedCasePage, moveList, moveView } from './view-moves.ts';
