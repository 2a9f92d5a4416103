import { at, id, integer, nullable, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const RUNS = {
  id: primary(id()),
  userId: id(),
  active: nullable(id()),
  sheet: id(),
  title: text(200),
  form: text(10),
  cases: integer(),
  printed: integer(),
  sha256: nullable(text(64)),
  bytes: nullable(integer()),
  createdAt: at(),
  expiresAt: at(),
  finishedAt: nullable(at()),
};

const RUN_CASES = {
  run: within('print_runs', primary(id())),
  caseId: within('cases', primary(id())),
  position: integer(),
};

/** Sheets of many cases in one file, and which cases these are. */
export const printRuns: Migration = {
  name: '0034-print-runs',
  async up(step) {
    await createTable(step, 'print_runs', RUNS, [
      { name: 'print_runs_active', fields: ['active'], unique: true },
      { name: 'print_runs_user', fields: ['userId', 'createdAt', 'id'] },
      { name: 'print_runs_content', fields: ['sha256'] },
      { name: 'print_runs_expiry', fields: ['expiresAt'] },
    ]);
    await createTable(step, 'print_run_cases', RUN_CASES, [
      { name: 'print_run_cases_case', fields: ['caseId'] },
    ]);
  },
};
