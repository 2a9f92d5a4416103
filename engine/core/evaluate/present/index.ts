import { valueAt } from '#core/json/index.ts';
import type { Application, CaseFacts, CompiledEdition, Facts, Json, JsonObject } from '#core/model/index.ts';
import { type ResolvedAnswers, resolveAnswers } from '../resolve/index.ts';
import { type Correction, correctionTexts } from './corrections.ts';
import { sheetOf, sheetRevision, sheetSections } from './revision.ts';
import type { SheetView } from './view.ts';

export type { Correction } from './corrections.ts';
export { sheetRevision, timelessRevision } from './revision.ts';
export { textOf, type Writer, writerOf } from './text.ts';

/**
 * What a sheet's template sees of an application: only sections and fields that stand on this sheet, hidden ones
 * and struck or unticked rows left out, every value as text. Throws when the edition has no such sheet.
 */
export function present(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  sheetId: string,
  settings: JsonObject = {},
): SheetView {
  const resolved = resolveAnswers(edition, application, facts);
  return presentResolved(edition, { application, facts, resolved }, sheetId, settings);
}

type Answered = {
  application: Application;
  facts: Facts;
  resolved: ResolvedAnswers;
  /** Of this round; absent: none. */
  corrections?: Correction[];
};

/** `present` of answers that are resolved already. */
export function presentResolved(
  edition: CompiledEdition,
  { application, facts, resolved, corrections = [] }: Answered,
  sheetId: string,
  settings: JsonObject,
): SheetView {
  const sheet = sheetOf(edition, sheetId);
  const sections = sheetSections(edition, resolved, application, sheetId);
  const { id, title } = resolved.category.definition;
  const { programme, edition: settingsOfEdition } = edition.definition;
  const { cycle } = settingsOfEdition;
  return {
    programme: { id: programme.id, title: programme.title },
    cycle: { id: cycle.id, title: cycle.title, year: String(cycle.year) },
    category: { id, title },
    sheet: { id: sheetId, title: sheet.title },
    settings,
    unit: { name: text(facts.unit.name), parent: text(valueAt(facts.unit, ['parent', 'name'])) },
    case: caseView(facts.case ?? {}),
    revision: sheetRevision(edition, resolved, application, sheetId),
    sections,
    corrections: correctionTexts(edition, resolved, sheetId, corrections),
  };
}

function caseView({ round, tags, title, desk, names }: Partial<CaseFacts>): SheetView['case'] {
  return {
    round: text(round),
    tags: tagsOf(tags),
    title: text(title),
    desk: text(desk?.title),
    names: names ?? {},
  };
}

function text(value: Json | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

function tagsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}
