import { at, id, integer, json, primary, within } from '../columns.ts';
import { table } from '../table.ts';
import type { SectionRow } from '../types.ts';

export const caseSectionTable = table<SectionRow>('case_sections', {
  caseId: within('cases', primary(id())),
  section: primary(id()),
  value: json(),
  version: integer(),
  savedAt: at(),
});
