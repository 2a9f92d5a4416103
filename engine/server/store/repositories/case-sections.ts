import type { Json } from '#core/model/index.ts';
import { at, id, integer, json, primary, within } from '../columns.ts';
import type { At, SectionRow } from '../records/index.ts';
import { find, findOne, insertNew, remove, update } from '../rows.ts';
import { oneOf } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** The answers of cases, a row a section. */
export const caseSectionTable = table<SectionRow>('case_sections', {
  caseId: within('cases', primary(id())),
  section: primary(id()),
  value: json(),
  version: integer(),
  savedAt: at(),
});

/** Answers, saved a section at a time at the version that was read. */
export const caseSections = {
  all: (tx: Tx, caseId: string): Promise<SectionRow[]> =>
    find(tx, caseSectionTable, { caseId }, { order: ['section'] }),

  /** Of many cases at once; only the named sections, if any are named. */
  async ofCases(tx: Tx, caseIds: string[], sections?: string[]): Promise<SectionRow[]> {
    if (caseIds.length === 0) return [];
    const only = sections ? { section: oneOf(sections) } : {};
    return find(tx, caseSectionTable, { caseId: oneOf(caseIds), ...only }, { order: ['caseId', 'section'] });
  },

  get: (tx: Tx, caseId: string, section: string): Promise<SectionRow | null> =>
    findOne(tx, caseSectionTable, { caseId, section }),

  /** What a form starts with: it stands there for whoever opens it, and nobody has saved it yet (version 0). */
  begin: (tx: Tx, row: { caseId: string; section: string; value: Json; savedAt: At }): Promise<boolean> =>
    insertNew(tx, caseSectionTable, { ...row, version: 0 }),

  /**
   * CAS: `version` is what the writer has read (0 = nobody has saved it yet); it is stored as version + 1. `isNew`: the
   * writer has seen that there is no row at all.
   */
  async save(
    tx: Tx,
    row: { caseId: string; section: string; value: Json; savedAt: At },
    version: number,
    { isNew = false } = {},
  ): Promise<boolean> {
    const { caseId, section, value, savedAt } = row;
    if (isNew) return insertNew(tx, caseSectionTable, { ...row, version: 1 });
    const count = await update(
      tx,
      caseSectionTable,
      { caseId, section, version },
      { value, savedAt, version: version + 1 },
    );
    return count === 1 || (version === 0 && insertNew(tx, caseSectionTable, { ...row, version: 1 }));
  },

  /** Takes the answers of a section out. */
  async remove(tx: Tx, caseId: string, section: string): Promise<void> {
    await remove(tx, caseSectionTable, { caseId, section });
  },
};
