import { attributeOf, nullable, text } from '../../columns.ts';
import type { Migration } from '../migration.ts';

/** The revision of the sheet that a file is a signed print of. Older files have none. */
export const signedPrints: Migration = {
  name: '0007-signed-prints',
  async up({ queries, transaction }) {
    const present = await queries.describeTable('files', { transaction } as object);
    if ('revision' in present) return;
    const column = attributeOf(nullable(text(16)), queries.sequelize.getDialect());
    await queries.addColumn('files', 'revision', column, { transaction });
  },
};
