import type {
  Application,
  CompiledCategory,
  CompiledEdition,
  CompiledSection,
  SheetDefinition,
  Shown,
} from '#core/model/index.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { codeOf } from './check-code.ts';
import { partOf } from './cut.ts';
import { type Feed, objectFeed, type Part } from './feeds.ts';
import { sectionView } from './section.ts';
import { type Answered, sectionFeed } from './section-feed.ts';
import { writerOf } from './text.ts';
import type { SectionView } from './view.ts';

/** A sheet of an edition. Throws when the edition has none of that id. */
export function sheetOf(edition: CompiledEdition, id: string): SheetDefinition {
  const sheet = edition.sheets[id];
  if (sheet === undefined) throw new Error(`Edition ${edition.hash.slice(0, 12)} has no sheet '${id}'`);
  return sheet;
}

/** What a sheet shows of each section that stands on it. */
export function sheetSections(
  edition: CompiledEdition,
  resolved: ResolvedAnswers,
  application: Application,
  sheet: string,
): Record<string, SectionView> {
  const page = { sheet, writer: writerOf(edition), shown: true } as const;
  const views: Record<string, SectionView> = {};
  for (const section of resolved.category.bySheet[sheet] ?? [])
    views[section.id] = sectionView(section, resolved, application, page);
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
  const feeding = revisionFeed(edition, resolved.category, sheet);
  const revision = codeOf((lanes) => feeding(lanes, { resolved, application }, 0));
  resolved.revisions.set(sheet, revision);
  return revision;
}

/**
 * `sheetRevision` without the title of the cycle: the same in every cycle that shows the same, so that a sheet can be
 * compared with that of another year. Throws as it does.
 */
export function timelessRevision(
  edition: CompiledEdition,
  resolved: ResolvedAnswers,
  application: Application,
  sheet: string,
): string {
  if (edition.written && resolved.written)
    return timelessRevision(edition.written, resolved.written(), application, sheet);
  const feeding = revisionFeed(edition, resolved.category, sheet, TIMELESS_FEEDS);
  return codeOf((lanes) => feeding(lanes, { resolved, application }, 0));
}

type Feeds = WeakMap<CompiledCategory, Map<string, Feed<Answered>>>;
const FEEDS: Feeds = new WeakMap();
const TIMELESS_FEEDS: Feeds = new WeakMap();

/** The feed of all that a signature on the sheet covers, made when it is first asked for. */
function revisionFeed(
  edition: CompiledEdition,
  category: CompiledCategory,
  sheet: string,
  known: Feeds = FEEDS,
): Feed<Answered> {
  const feeds = known.get(category) ?? new Map<string, Feed<Answered>>();
  known.set(category, feeds);
  const feed = feeds.get(sheet) ?? makeFeed(edition, category, sheet, known === FEEDS);
  feeds.set(sheet, feed);
  return feed;
}

function makeFeed(
  edition: CompiledEdition,
  category: CompiledCategory,
  sheet: string,
  hasCycle: boolean,
): Feed<Answered> {
  const { programme, edition: settings } = edition.definition;
  const { title, shows = true } = sheetOf(edition, sheet);
  const titles = [programme.title, hasCycle ? settings.cycle.title : '', category.definition.title, title];
  const on = { sheet, writer: writerOf(edition) };
  const parts = (category.bySheet[sheet] ?? []).map((section): [string, Part<Answered>] => [
    section.id,
    { feed: (shown) => rememberedFeed(section, shown, sectionFeed(section, on, shown)) },
  ]);
  const all: [string, Part<Answered>][] = [
    ['titles', { fixed: titles }],
    ['sheet', { fixed: sheet }],
    ['sections', { feed: (shown) => objectFeed(new Map(parts), shown) }],
  ];
  return objectFeed(new Map(all), { titles: true, sheet: true, sections: shows });
}

/** Where answers change one by one, a section that has the value that it had is fed as it was. */
function rememberedFeed(section: CompiledSection, shown: Shown, feed: Feed<Answered>): Feed<Answered> {
  if (!followsFromValue(section, shown)) return feed;
  return (lanes, answered, at) => {
    const { values, fed } = answered.resolved;
    const value = values[section.id];
    const known = fed?.get(feed);
    if (known !== undefined && known.value === value) {
      lanes.a = known.a;
      lanes.b = known.b;
      return;
    }
    feed(lanes, answered, at);
    fed?.set(feed, { value, a: lanes.a, b: lanes.b });
  };
}

/** Neither files, nor struck rows, nor hidden items, nor the word that there are no rows, have a part in it. */
function followsFromValue({ definition, items, shape }: CompiledSection, shown: Shown): boolean {
  if (partOf(shown, 'files') !== undefined || definition.strike !== undefined) return false;
  return shape.none === undefined && items.every(({ visible }) => visible === undefined);
}
