import { at, id, integer, json, nullable, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const PRINT_SETTINGS = { caseId: within('cases', primary(id())), sheet: primary(id()), settings: json() };

const JOBS = {
  id: primary(id()),
  kind: id(),
  payload: json(),
  status: text(20),
  leasedUntil: nullable(at()),
  attempts: integer(),
  result: nullable(json()),
  createdAt: at(),
};

const RATES = { key: primary(text(190)), windowStart: primary(at()), count: integer() };

/** Print settings, the job table and the counters of rates. */
export const work: Migration = {
  name: '0004-work',
  async up(step) {
    await createTable(step, 'print_settings', PRINT_SETTINGS);
    await createTable(step, 'jobs', JOBS, [{ name: 'jobs_waiting', fields: ['status', 'createdAt'] }]);
    await createTable(step, 'rates', RATES, [{ name: 'rates_window', fields: ['windowStart'] }]);
  },
};
