import { at, id, integer, json, nullable, primary, text } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const JOBS = {
  id: primary(id()),
  kind: id(),
  key: text(190),
  userId: id(),
  payload: json(),
  status: text(20),
  dueAt: at(),
  lease: integer(),
  leasedUntil: nullable(at()),
  attempts: integer(),
  done: integer(),
  total: nullable(integer()),
  problem: nullable(json()),
  result: nullable(json()),
  createdAt: at(),
  startedAt: nullable(at()),
  finishedAt: nullable(at()),
};

/** The table of jobs is made anew: no release before this one has put anything into it. */
export const workers: Migration = {
  name: '0012-jobs',
  async up(step) {
    await step.queries.dropTable('jobs', { transaction: step.transaction } as object);
    await createTable(step, 'jobs', JOBS, [
      { name: 'jobs_key', fields: ['kind', 'key'], unique: true },
      { name: 'jobs_due', fields: ['status', 'dueAt'] },
      { name: 'jobs_served', fields: ['userId', 'startedAt'] },
      { name: 'jobs_listed', fields: ['createdAt', 'id'] },
    ]);
  },
};
