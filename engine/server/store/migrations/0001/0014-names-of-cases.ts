import { attributeOf, nullable, text } from '../../columns.ts';
import { searchable } from '../../search.ts';
import type { Migration, Step } from '../migration.ts';

const AT_ONCE = 1000;

/** Cases are found in a queue by a key of their name, as accounts and organisations are. */
export const namesOfCases: Migration = {
  name: '0014-names-of-cases',
  async up(step) {
    const { queries, transaction } = step;
    const present = await queries.describeTable('cases', { transaction } as object);
    if (!('searchName' in present)) {
      const column = attributeOf(nullable(text(400)), queries.sequelize.getDialect());
      await queries.addColumn('cases', 'searchName', column, { transaction });
    }
    for (let last = ''; ; ) {
      const next = await fill(step, last);
      if (next === null) return;
      last = next;
    }
  },
};

/** Fills the next cases behind this id; gives the last of them, or null where there are no more. */
async function fill({ queries, transaction }: Step, after: string): Promise<string | null> {
  const [rows] = await queries.sequelize.query(
    `SELECT id, name FROM cases WHERE id > :after ORDER BY id LIMIT ${AT_ONCE}`,
    { transaction, replacements: { after } },
  );
  const cases = rows as { id: string; name: string }[];
  for (const { id, name } of cases)
    await queries.bulkUpdate('cases', { searchName: searchable(name) }, { id }, { transaction });
  return cases.at(-1)?.id ?? null;
}
