import { attributeOf, nullable, text } from '../../columns.ts';
import { searchable } from '../../search.ts';
import type { Migration, Step } from '../migration.ts';

/** Users are found by a key of their name, as organisations are; both keys are made anew, as text is compared now. */
export const searchNames: Migration = {
  name: '0010-search-names',
  async up(step) {
    const { queries, transaction } = step;
    const present = await queries.describeTable('users', { transaction } as object);
    if (!('searchName' in present)) {
      const column = attributeOf(nullable(text(400)), queries.sequelize.getDialect());
      await queries.addColumn('users', 'searchName', column, { transaction });
    }
    for (const table of ['users', 'organisations']) await fill(step, table);
  },
};

async function fill({ queries, transaction }: Step, table: string): Promise<void> {
  const [rows] = await queries.sequelize.query(`SELECT id, name FROM ${table}`, { transaction });
  for (const { id, name } of rows as { id: string; name: string }[])
    await queries.bulkUpdate(table, { searchName: searchable(name) }, { id }, { transaction });
}
