import { at, id, integer, nullable, primary, text } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const CYCLE_WINDOWS = {
  programme: primary(id()),
  cycle: primary(text(60)),
  opensAt: at(),
  closesAt: at(),
  returnedUntil: at(),
  changedAt: at(),
  changedBy: nullable(id()),
  version: integer(),
};
const GATES = { unitId: primary(id()), cycle: primary(text(60)), version: integer() };

/** When cycles are open, and where batches and single events meet. */
export const cycles: Migration = {
  name: '0009-cycles',
  async up(step) {
    await createTable(step, 'cycle_windows', CYCLE_WINDOWS);
    await createTable(step, 'gates', GATES);
  },
};
