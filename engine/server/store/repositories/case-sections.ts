import { caseSectionTable } from '../models/case-sections.ts';
import { anyOf, change, find, insertNew, one } from '../rows.ts';
import type { CaseSectionRepository } from '../signatures/index.ts';

export const caseSections: CaseSectionRepository = {
  all: (tx, caseId) => find(tx, caseSectionTable, { caseId }, { order: ['section'] }),

  async ofCases(tx, caseIds, sections) {
    if (caseIds.length === 0) return [];
    const only = sections ? { section: anyOf(sections) } : {};
    return find(tx, caseSectionTable, { caseId: anyOf(caseIds), ...only }, { order: ['caseId', 'section'] });
  },

  get: (tx, caseId, section) => one(tx, caseSectionTable, { caseId, section }),

  async save(tx, row, version) {
    if (version === 0) return insertNew(tx, caseSectionTable, { ...row, version: 1 });
    const { caseId, section, value, savedAt } = row;
    const count = await change(
      tx,
      caseSectionTable,
      { caseId, section, version },
      { value, savedAt, version: version + 1 },
    );
    return count === 1;
  },
};
