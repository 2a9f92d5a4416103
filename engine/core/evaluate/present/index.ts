import { contentHash } from '../../compile/index.ts';
import type { Application, CompiledEdition, Facts, Json, JsonObject } from '../../model/index.ts';
import { settle } from '../settle.ts';
import { sectionView, standsOn } from './section.ts';
import { writerOf } from './text.ts';
import type { SectionView, SheetView } from './view.ts';

export { textOf, type Writer, writerOf } from './text.ts';
export type { SectionView, SheetView, Texts } from './view.ts';

/** Characters of a revision: enough to tell versions of one sheet apart, short enough to read out. */
const revisionLength = 8;

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
  const sheet = edition.sheets[sheetId];
  if (sheet === undefined) throw new Error(`Edition ${edition.hash.slice(0, 12)} has no sheet '${sheetId}'`);
  const settled = settle(edition, application, facts);
  const sections: Record<string, SectionView> = {};
  const writer = writerOf(edition);
  for (const section of settled.category.sections) {
    if (!standsOn(section.definition.sheets, sheetId, false)) continue;
    sections[section.definition.id] = sectionView(section, settled, application, sheetId, writer);
  }
  const { id, title } = settled.category.definition;
  const { programme, edition: settingsOfEdition } = edition.definition;
  const { cycle } = settingsOfEdition;
  return {
    programme: { id: programme.id, title: programme.title },
    cycle: { id: cycle.id, title: cycle.title, year: String(cycle.year) },
    category: { id, title },
    sheet: { id: sheetId, title: sheet.title },
    settings,
    unit: { name: text(facts.unit.name) },
    case: { round: text(facts.case?.round), tags: tagsOf(facts.case?.tags) },
    revision: contentHash({ edition: edition.hash, sheetId, sections })
      .slice(0, revisionLength)
      .toUpperCase(),
    sections,
  };
}

function text(value: Json | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

function tagsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}
