import { attributeOf, nullable, text } from '../../columns.ts';
import type { Migration } from '../migration.ts';

/** Whether a file waits for the safety check, or did not pass it. Older files were looked at when they came. */
export const heldFiles: Migration = {
  name: '0015-held-files',
  async up({ queries, transaction }) {
    const present = await queries.describeTable('files', { transaction } as object);
    if (!('state' in present)) {
      const column = attributeOf(nullable(text(20)), queries.sequelize.getDialect());
      await queries.addColumn('files', 'state', column, { transaction });
    }
    const indexes = (await queries.showIndex('files', { transaction })) as { name: string }[];
    if (indexes.some(({ name }) => name === 'files_state')) return;
    await queries.addIndex('files', { name: 'files_state', fields: ['state'], transaction });
  },
};
