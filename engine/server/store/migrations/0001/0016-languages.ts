import { attributeOf, nullable, text } from '../../columns.ts';
import type { Migration } from '../migration.ts';

/** The language that somebody has chosen. */
export const languages: Migration = {
  name: '0016-languages',
  async up({ queries, transaction }) {
    const present = await queries.describeTable('users', { transaction } as object);
    if ('language' in present) return;
    const column = attributeOf(nullable(text(20)), queries.sequelize.getDialect());
    await queries.addColumn('users', 'language', column, { transaction });
  },
};
