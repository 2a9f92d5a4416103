import { at, id, integer, json, long, nullable, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const STEPS = { edition: primary(text(64)), parent: primary(text(64)), steps: json() };

const MOVES = {
  id: primary(id()),
  programme: id(),
  cycle: text(60),
  origin: text(64),
  target: text(64),
  status: text(20),
  why: text(2000),
  report: nullable(json()),
  createdAt: at(),
  createdBy: nullable(id()),
  carriedOutBy: nullable(id()),
  version: integer(),
};

const MOVED = {
  caseId: within('cases', primary(id())),
  move: primary(id()),
  outcome: text(20),
  report: json(),
  snapshot: nullable(long()),
};

/** What one edition's answers are in another, and the moves of cases under way from one to the other. */
export const moves: Migration = {
  name: '0024-moves',
  async up(step) {
    await createTable(step, 'edition_steps', STEPS);
    await createTable(step, 'moves', MOVES, [
      { name: 'moves_programme', fields: ['programme', 'createdAt', 'id'] },
    ]);
    await createTable(step, 'moved_cases', MOVED, [
      { name: 'moved_cases_move', fields: ['move', 'outcome', 'caseId'] },
    ]);
  },
};
