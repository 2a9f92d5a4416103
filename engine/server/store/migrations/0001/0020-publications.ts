import { at, id, integer, nullable, primary, text } from '../../columns.ts';
import { createTable, type Migration, type Step } from '../migration.ts';

const PUBLICATIONS = {
  programme: primary(id()),
  cycle: primary(text(60)),
  number: primary(integer()),
  act: text(20),
  edition: text(64),
  source: nullable(text(64)),
  parent: nullable(text(64)),
  at: at(),
  by: nullable(id()),
  why: text(2000),
};

const PROGRAMMES = { id: primary(id()), version: integer(), imported: nullable(text(64)) };

/** Publications as a log, which begins with what was published before; and how far each programme's has come. */
export const publications: Migration = {
  name: '0020-publications',
  async up(step) {
    await createTable(step, 'publications', PUBLICATIONS);
    await createTable(step, 'programmes', PROGRAMMES);
    await beginWith(step);
  },
};

/** Run again after a crash halfway it adds nothing twice. */
async function beginWith({ queries, transaction }: Step): Promise<void> {
  const name = (one: string): string => queries.quoteIdentifier(one);
  const columns = ['programme', 'cycle', 'number', 'act', 'edition', 'at', 'why'].map(name).join(', ');
  const published = `FROM editions WHERE status = 'published'`;
  await queries.sequelize.query(
    `INSERT INTO publications (${columns})
     SELECT programme, cycle, 1, 'publish', hash, ${name('publishedAt')}, '' ${published}
     AND NOT EXISTS (SELECT 1 FROM publications p WHERE p.programme = editions.programme AND p.cycle = editions.cycle)`,
    { transaction },
  );
  await queries.sequelize.query(
    `INSERT INTO programmes (id, version)
     SELECT DISTINCT programme, 1 ${published}
     AND NOT EXISTS (SELECT 1 FROM programmes p WHERE p.id = editions.programme)`,
    { transaction },
  );
}
