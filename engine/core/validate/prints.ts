import {
  eachRecord,
  isEvidence,
  isHidden,
  type ResolvedAnswers,
  sheetRevision,
} from '#core/evaluate/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { Application, CompiledEdition, CompiledSection, CompiledSlot, Json } from '#core/model/index.ts';
import type { Report } from './report.ts';

/**
 * Signed prints: every file in a slot `of` a sheet carries the revision that the sheet has now. One that was made of
 * an earlier revision, or of nobody knows which, is stale. Hidden slots are not looked at.
 */
export function checkPrints(
  edition: CompiledEdition,
  section: CompiledSection,
  resolved: ResolvedAnswers,
  application: Application,
  report: Report,
): void {
  for (const slot of section.plan.prints) {
    const stale = staleRows(edition, section, slot, resolved, application);
    if (stale.length > 0) reportStale(section, slot, resolved, stale, report);
  }
}

/** Where the slot's stale files stand: ids of rows, `null` for the section itself. */
function staleRows(
  edition: CompiledEdition,
  { definition: { id: section } }: CompiledSection,
  slot: CompiledSlot,
  resolved: ResolvedAnswers,
  application: Application,
): Json[] {
  const { id, of = '' } = slot.definition;
  const shown = application.files.filter(
    (file) =>
      file.section === section &&
      file.slot === id &&
      isEvidence(file) &&
      !isHidden(resolved.hidden, slot, file.row),
  );
  if (shown.length === 0) return [];
  const revision = sheetRevision(edition, resolved, application, of);
  return shown.filter((file) => file.revision !== revision).map((file) => file.row ?? null);
}

function reportStale(
  section: CompiledSection,
  { definition: { id, title, at, per, source } }: CompiledSlot,
  resolved: ResolvedAnswers,
  rows: Json[],
  report: Report,
): void {
  const value = resolved.values[section.id];
  const reportAt = (above: string[]): void => {
    const segments = [...above, ...segmentsOf(at ?? '')];
    report.add({ section, value, segments, code: 'stale', slot: id, title, source });
  };
  if (per !== 'row') reportAt([]);
  else
    eachRecord(section, value, (record, index) => {
      if (rows.includes(record.id ?? null)) reportAt([String(index)]);
    });
}
