import { apply } from '#core/change/index.ts';
import type { SectionDefinition, SourceFile } from '#core/model/index.ts';
import type { FieldRow } from './fields.ts';

/** A sheet, and the fields of the section that stand there in a line of their own. */
type PrintLines = { sheet: string; fields: { field: string; title: string }[] };

/** The lines of the section's sheets below which another field may be printed: where such a change can be made. */
export function printLines(
  files: readonly SourceFile[],
  cycle: string,
  section: SectionDefinition,
  rows: readonly FieldRow[],
): PrintLines[] {
  const { id, sheets = [] } = section;
  return sheets.flatMap((sheet) => {
    const fields = rows.filter(({ field, printed }) => {
      if (!printed.includes(sheet)) return false;
      const made = apply(files, { kind: 'printField', cycle, sheet, section: id, field, like: field });
      return !('problem' in made);
    });
    return fields.length > 0 ? [{ sheet, fields: fields.map(({ field, title }) => ({ field, title })) }] : [];
  });
}
