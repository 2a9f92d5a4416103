import type { Application, CompiledEdition, SheetDefinition, Shown } from '#core/model/index.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { checkCode } from './check-code.ts';
import { partOf } from './cut.ts';
import { sectionView } from './section.ts';
import { writerOf } from './text.ts';
import type { SectionView } from './view.ts';

/** A sheet of an edition. Throws when the edition has none of that id. */
export function sheetOf(edition: CompiledEdition, id: string): SheetDefinition {
  const sheet = edition.sheets[id];
  if (sheet === undefined) throw new Error(`Edition ${edition.hash.slice(0, 12)} has no sheet '${id}'`);
  return sheet;
}

/** What a sheet shows of each section that stands on it, as far as it is shown. */
export function sheetSections(
  edition: CompiledEdition,
  resolved: ResolvedAnswers,
  application: Application,
  sheet: string,
  shown: Shown = true,
): Record<string, SectionView> {
  const writer = writerOf(edition);
  const views: Record<string, SectionView> = {};
  for (const section of resolved.category.bySheet[sheet] ?? []) {
    const part = partOf(shown, section.id);
    if (part !== undefined)
      views[section.id] = sectionView(section, resolved, application, { sheet, writer, shown: part });
  }
  return views;
}

/**
 * The code that tells one version of a filled sheet from another: a check code over its titles and of every text that
 * its template can show, and of nothing else. When it was printed, with which settings, in which round and in which
 * language does not count: the texts are those of the language in which the edition is written.
 * It is computed once for each resolved application, which must be the one that is given: several slots may ask. Throws
 * when the edition has no such sheet.
 */
export function sheetRevision(
  edition: CompiledEdition,
  resolved: ResolvedAnswers,
  application: Application,
  sheet: string,
): string {
  if (edition.written && resolved.written)
    return sheetRevision(edition.written, resolved.written(), application, sheet);
  const known = resolved.revisions.get(sheet);
  if (known !== undefined) return known;
  const { shows } = sheetOf(edition, sheet);
  const sections = sheetSections(edition, resolved, application, sheet, shows);
  const revision = revisionOf(edition, resolved, sheet, sections);
  resolved.revisions.set(sheet, revision);
  return revision;
}

function revisionOf(
  edition: CompiledEdition,
  { category }: ResolvedAnswers,
  sheet: string,
  sections: Record<string, SectionView>,
): string {
  const { programme, edition: settings } = edition.definition;
  const { title, shows = true } = sheetOf(edition, sheet);
  const titles = [programme.title, settings.cycle.title, category.definition.title, title];
  return checkCode({ titles, sheet, sections }, { titles: true, sheet: true, sections: shows });
}
