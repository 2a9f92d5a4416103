import { at, attributeOf, nullable } from '../../columns.ts';
import type { Migration } from '../migration.ts';

/** When an initial password was used. Those from before may be used once more. */
export const initialPasswords: Migration = {
  name: '0008-initial-passwords',
  async up({ queries, transaction }) {
    const present = await queries.describeTable('users', { transaction } as object);
    if ('passwordUsedAt' in present) return;
    const column = attributeOf(nullable(at()), queries.sequelize.getDialect());
    await queries.addColumn('users', 'passwordUsedAt', column, { transaction });
  },
};
