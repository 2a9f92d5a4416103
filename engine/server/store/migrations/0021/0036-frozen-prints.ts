import { at, id, integer, long, nullable, primary, text, within } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const FROZEN = {
  id: primary(id()),
  caseId: within('cases', id()),
  sheet: id(),
  title: text(200),
  round: integer(),
  edition: text(64),
  code: nullable(text(20)),
  frozenAt: at(),
  papers: nullable(long()),
  sha256: nullable(text(64)),
  bytes: nullable(integer()),
};

/** Official prints of cases as they were when they came into a state. */
export const frozenPrints: Migration = {
  name: '0036-frozen-prints',
  async up(step) {
    await createTable(step, 'frozen_prints', FROZEN, [
      { name: 'frozen_prints_case', fields: ['caseId', 'frozenAt', 'id'] },
      { name: 'frozen_prints_content', fields: ['sha256'] },
    ]);
  },
};
