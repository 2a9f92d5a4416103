import type { QueryInterface, Transaction } from 'sequelize';
import { attributeOf, type Column } from '../columns.ts';

/** What a migration is given. */
export type Step = { queries: QueryInterface; transaction: Transaction };

/**
 * One step of the schema, upwards only. Once released it never changes and never moves. MariaDB commits each DDL
 * statement by itself, so a step must be able to run again after a crash halfway.
 */
export type Migration = { name: string; up(step: Step): Promise<void> };

type Index = { name: string; fields: string[]; unique?: boolean };

/** Makes a table and its indexes where they are not there yet. */
export async function createTable(
  step: Step,
  name: string,
  columns: { [key: string]: Column },
  indexes: Index[] = [],
): Promise<void> {
  const { queries, transaction } = step;
  const dialect = queries.sequelize.getDialect();
  const attributes = Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, attributeOf(column, dialect)]),
  );
  await queries.createTable(name, attributes, { charset: 'utf8mb4', collate: 'utf8mb4_bin', transaction });
  const present = (await queries.showIndex(name, { transaction })) as { name: string }[];
  for (const index of indexes) {
    if (present.some((one) => one.name === index.name)) continue;
    await queries.addIndex(name, { ...index, unique: index.unique === true, transaction });
  }
}
