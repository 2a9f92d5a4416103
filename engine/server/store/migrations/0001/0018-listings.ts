import { attributeOf, integer, json, nullable } from '../../columns.ts';
import type { Migration } from '../migration.ts';

const COLUMNS = { listed: nullable(integer()), listing: nullable(json()) };

/** What lists show of a case is kept beside it. A job fills it in for the cases that are there already. */
export const listings: Migration = {
  name: '0018-listings',
  async up({ queries, transaction }) {
    const dialect = queries.sequelize.getDialect();
    const present = await queries.describeTable('cases', { transaction } as object);
    for (const [name, column] of Object.entries(COLUMNS))
      if (!(name in present))
        await queries.addColumn('cases', name, attributeOf(column, dialect), { transaction });
    const indexes = (await queries.showIndex('cases', { transaction })) as { name: string }[];
    if (!indexes.some(({ name }) => name === 'cases_listed'))
      await queries.addIndex('cases', { name: 'cases_listed', fields: ['listed', 'id'], transaction });
  },
};
