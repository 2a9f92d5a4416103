import { at, id, integer, json, nullable, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const REPLAYS = {
  id: primary(id()),
  programme: id(),
  draft: id(),
  source: text(64),
  cycle: text(60),
  target: text(60),
  reached: text(64),
  report: json(),
  createdAt: at(),
  createdBy: nullable(id()),
  finishedAt: nullable(at()),
  version: integer(),
};

const REPLAYED = {
  caseId: within('cases', primary(id())),
  replay: primary(id()),
  line: primary(text(64)),
  category: text(60),
};

/** Applications that are read under a draft: the counts, and which applications stand behind each of them. */
export const replays: Migration = {
  name: '0027-replays',
  async up(step) {
    await createTable(step, 'replays', REPLAYS, [
      { name: 'replays_draft', fields: ['draft', 'createdAt', 'id'] },
    ]);
    await createTable(step, 'replayed_cases', REPLAYED, [
      { name: 'replayed_cases_line', fields: ['replay', 'line', 'caseId'] },
    ]);
  },
};
