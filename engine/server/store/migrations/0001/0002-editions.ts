import { at, id, json, nullable, primary, text } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const EDITIONS = {
  hash: primary(text(64)),
  programme: id(),
  cycle: text(60),
  definition: json(),
  status: text(20),
  publishedAt: nullable(at()),
};

/** Published definitions, named by their content. */
export const editions: Migration = {
  name: '0002-editions',
  async up(step) {
    await createTable(step, 'editions', EDITIONS, [
      { name: 'editions_programme', fields: ['programme', 'cycle', 'status', 'publishedAt'] },
    ]);
  },
};
