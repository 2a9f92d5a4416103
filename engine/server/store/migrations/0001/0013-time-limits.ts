import { at, id, primary, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const TIME_LIMITS = { caseId: within('cases', primary(id())), dueAt: at() };

/** When the time limits of cases are looked at. */
export const timeLimits: Migration = {
  name: '0013-time-limits',
  async up(step) {
    await createTable(step, 'time_limits', TIME_LIMITS, [
      { name: 'time_limits_due', fields: ['dueAt', 'caseId'] },
    ]);
  },
};
