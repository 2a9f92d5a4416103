import { isObject } from '#core/json/index.ts';
import type { Application, CompiledSection } from '#core/model/index.ts';
import { isEvidence } from '../file-counts.ts';
import { isHidden } from '../hidden.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { isStruck, isTicked, standsOn } from './shown.ts';
import type { SectionView } from './view.ts';

/**
 * File names by slot, of slots that stand on the sheet. Hidden slots, files of rows in which theirs is hidden or that the
 * sheet leaves out, and files of unknown slots are left out, and slots for the signed print of this very sheet: handing
 * it in would change it.
 */
export function filesOf(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  application: Application,
  sheet: string,
): SectionView['files'] {
  const id = section.id;
  const rows = resolved.values[id];
  const shownRow = (row: string): boolean => {
    const found = Array.isArray(rows)
      ? rows.filter(isObject).find((candidate) => candidate.id === row)
      : undefined;
    return (
      found !== undefined &&
      isTicked(section, found.mark, sheet) &&
      !isStruck(section, found, application.strikes, sheet)
    );
  };
  const slots = section.slots.filter(
    (slot) =>
      slot.definition.of !== sheet && standsOn(slot.definition, sheet) && !isHidden(resolved.hidden, slot),
  );
  return slots.map((compiled) => {
    const slot = compiled.definition;
    const files = application.files.filter(
      (file) => file.section === id && file.slot === slot.id && isEvidence(file),
    );
    const shown = files.filter(
      (file) =>
        !isHidden(resolved.hidden, compiled, file.row) && (file.row === undefined || shownRow(file.row)),
    );
    return { slot: slot.id, title: slot.title, names: shown.map((file) => file.name) };
  });
}
