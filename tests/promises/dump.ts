import { QueryTypes } from 'sequelize';
import type { Database } from '#server/store/index.ts';
import { TABLES } from '#server/store/tables.ts';

/** What changes by itself or by refusals: counters, the trail, when a session was last seen, jobs. */
const RESTLESS = new Set(['rates', 'spent', 'audit', 'audit_head', 'sessions', 'jobs']);

/** Every row of every other table, as text. */
export async function dump({ sequelize }: Database): Promise<string> {
  const quoted = (name: string) => sequelize.getQueryInterface().quoteIdentifier(name, true);
  const tables = TABLES.filter(({ name }) => !RESTLESS.has(name));
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await sequelize.query(`SELECT * FROM ${quoted(name)}`, { type: QueryTypes.SELECT });
    lines.push(...rows.map((row) => `${name} ${JSON.stringify(row)}`).sort());
  }
  return lines.join('\n');
}

/** Every row of every table, as text, counters and the trail too. */
export async function everyRow({ sequelize }: Database): Promise<string[]> {
  const quoted = (name: string) => sequelize.getQueryInterface().quoteIdentifier(name, true);
  const all = await Promise.all(
    TABLES.map(({ name }) => sequelize.query(`SELECT * FROM ${quoted(name)}`, { type: QueryTypes.SELECT })),
  );
  return all.flat().map((row) => JSON.stringify(row));
}

/** Every column that any table has. */
export const columns = (): string[] => [...new Set(TABLES.flatMap((table) => Object.keys(table.columns)))];
