import { at, attributeOf, id, nullable, primary, text } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const REASONS = {
  draft: primary(id()),
  rule: primary(text(64)),
  at: at(),
  by: nullable(id()),
  text: text(2000),
};

/**
 * Why a changed rule that nothing reaches is published all the same; and which way applications are replayed: those of
 * earlier ones were all carried forward.
 */
export const draftReasons: Migration = {
  name: '0031-draft-reasons',
  async up(step) {
    await createTable(step, 'draft_reasons', REASONS);
    const { queries, transaction } = step;
    const present = await queries.describeTable('replays', { transaction } as object);
    if ('mode' in present) return;
    const column = attributeOf(nullable(text(20)), queries.sequelize.getDialect());
    await queries.addColumn('replays', 'mode', column, { transaction });
  },
};
