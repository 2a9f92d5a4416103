import { id, integer, primary } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const GENERATIONS = { name: primary(id()), number: integer() };

/** Counts the changes of what is kept in memory by every process: organisations, editions, cycles. */
export const generations: Migration = {
  name: '0017-generations',
  async up(step) {
    await createTable(step, 'generations', GENERATIONS);
    const { queries, transaction } = step;
    const [rows] = await queries.sequelize.query('SELECT name FROM generations', { transaction });
    if (rows.length === 0)
      await queries.bulkInsert('generations', [{ name: 'directory', number: 1 }], { transaction });
  },
};
