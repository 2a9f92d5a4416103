import { at, id, integer, long, nullable, primary, text } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const AUDIT = {
  seq: primary(integer()),
  at: at(),
  actorId: nullable(id()),
  actorName: text(200),
  action: text(80),
  subject: text(190),
  detail: long(),
  prev: text(64),
  mac: text(64),
};

const HEAD = { id: primary(integer()), seq: integer(), mac: text(64) };

/** The audit chain, and the row that holds its end. */
export const audit: Migration = {
  name: '0005-audit',
  async up(step) {
    await createTable(step, 'audit', AUDIT, [{ name: 'audit_subject', fields: ['subject', 'seq'] }]);
    await createTable(step, 'audit_head', HEAD);
    const { queries, transaction } = step;
    const present = await queries.select(null, 'audit_head', { transaction } as object);
    if (present.length > 0) return;
    await queries.bulkInsert('audit_head', [{ id: 1, seq: 0, mac: '0'.repeat(64) }], { transaction });
  },
};
