import { id, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const TRAIL_KEYS = { caseId: within('cases', primary(id())), key: text(190) };

/** Keys under which the trail holds answers: each is destroyed with its case. */
export const trailKeys: Migration = {
  name: '0011-trail-keys',
  up: (step) => createTable(step, 'trail_keys', TRAIL_KEYS),
};
