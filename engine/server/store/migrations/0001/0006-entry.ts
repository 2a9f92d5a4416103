import { at, boolean, id, integer, long, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const SPENT = { key: primary(text(64)), until: at() };
const SETUPS = { tokenHash: primary(text(64)), organisationId: id(), role: id(), expiresAt: at() };
const SECOND_FACTORS = {
  userId: within('users', primary(id())),
  secret: long(),
  confirmed: boolean(),
  lastStep: integer(),
  createdAt: at(),
};

/** Logging in: used proofs, one-time links for first administrators, second factors. */
export const entry: Migration = {
  name: '0006-entry',
  async up(step) {
    await createTable(step, 'spent', SPENT, [{ name: 'spent_until', fields: ['until'] }]);
    await createTable(step, 'setups', SETUPS);
    await createTable(step, 'second_factors', SECOND_FACTORS);
  },
};
