import { asList, asObject, asText, isObject, pointer } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { Origin } from '#core/model/index.ts';
import { type Fragments, resolveFragments, resolvePart, spending } from './fragments.ts';
import { mergeTraced } from './merge.ts';
import { remembered } from './remember.ts';
import type { Report } from './report.ts';
import type { Source } from './sources.ts';
import {
  childOf,
  entriesOf,
  listOf,
  objectOf,
  originOf,
  type Traced,
  withEntry,
  withoutKeys,
} from './traced.ts';

/** What categories are made from: the categories and sections of one cycle, or of the registration forms. */
type Parts = { categories: Source[]; sections: Source[]; fragments: Fragments; report: Report };

/** Every category that is not abstract, with what it extends merged in and its sections resolved. */
export function resolveCategories(parts: Parts): Traced[] {
  const lines = parts.categories.map((category) => lineageOf(category, parts));
  return lines
    .filter((line) => asObject(line.at(-1)?.part.value).abstract !== true)
    .map((line) => resolve(line, parts));
}

/** A category and those that it extends, the oldest first. Unknown and circular ones end the line. */
function lineageOf(category: Source, { categories, report }: Parts): Source[] {
  const line = [category];
  for (;;) {
    const [youngest] = line;
    const id = asText(asObject(youngest?.part.value).extends);
    if (!youngest || id === undefined) return line;
    const origin = originOf(youngest.part, '/extends');
    const parent = categories.find((known) => known.id === id);
    if (parent && !line.includes(parent)) line.unshift(parent);
    else return complain(line, report, parent ? 'circular-extends' : 'unknown-extends', origin, id);
  }
}

function complain(line: Source[], report: Report, code: string, origin: Origin, id: string): Source[] {
  report(code, origin, { params: { id } });
  return line;
}

/** Overlays are laid one after the other, so that a `null` of the younger one reaches the section itself. */
function resolve(line: Source[], parts: Parts): Traced {
  const own = line.at(-1)?.part;
  if (!own) throw new Error('a line of categories is never empty');
  const { memory } = parts.fragments;
  const lineage = line.map(({ part }) => part);
  const merged = remembered(memory, parts.report, [own, 'merged', lineage], (report) =>
    mergeLine(line, own, report),
  );
  const overlays = line.map((source) => entryOf(source.part, 'overlay', memory));
  const sections = sectionIdsOf(merged, parts.report, parts.sections).map((section) =>
    overlaid(section, overlays, parts),
  );
  return memory.once(merged, 'sections', sections, () =>
    withFacts(withEntry(merged, 'sections', listOf(sections, originOf(merged, '/pages'))), line),
  );
}

/** A property, the same object each time. */
function entryOf(part: Traced, key: string, memory: Memory): Traced {
  return memory.once(part, `entry ${key}`, [], () => childOf(part, key));
}

function mergeLine(line: Source[], own: Traced, report: Report): Traced {
  const patches = line.map((source) =>
    withoutKeys(source.part, ['extends', 'overlay', 'abstract', 'sections', 'facts']),
  );
  const [oldest, ...younger] = patches;
  if (!oldest) throw new Error('a line of categories is never empty');
  return younger.reduce((base, patch) => mergeTraced(base, patch, report, originOf(own, '')), oldest);
}

/** The youngest that has a fact of its own decides; null is a value, and removes nothing. */
function withFacts(category: Traced, line: Source[]): Traced {
  const own = line.map(({ part }) => childOf(part, 'facts')).filter(({ value }) => isObject(value));
  const youngest = own.at(-1);
  if (youngest === undefined) return category;
  const facts = own.flatMap(entriesOf);
  return withEntry(category, 'facts', objectOf([...new Map(facts)], originOf(youngest, '')));
}

/** The sections that the pages name, each once, in their order; unknown ones are reported where they are named. */
function sectionIdsOf(category: Traced, report: Report, sections: Source[]): Source[] {
  const found = new Set<Source>();
  for (const [page, value] of asList(asObject(category.value).pages).entries()) {
    for (const [index, id] of asList(asObject(value).sections).entries()) {
      const section = sections.find((known) => known.id === id);
      const at = originOf(category, pointer('pages', page, 'sections', index));
      if (section) found.add(section);
      else report('unknown-section', at, { params: { id: String(id) } });
    }
  }
  return [...found];
}

function overlaid(section: Source, overlays: Traced[], { fragments, report }: Parts): Traced {
  const patches = overlays
    .filter((overlay) => Object.hasOwn(asObject(overlay.value), section.id))
    .map((overlay) => entryOf(overlay, section.id, fragments.memory));
  if (patches.length === 0) return resolvePart(section.part, fragments, report);
  return spending(
    [section.part, 'overlaid', patches],
    [section.part, ...patches],
    fragments,
    report,
    (own, report) => {
      const resolved = resolveFragments(section.part, own, report);
      const merged = patches.reduce((base, patch) => mergeTraced(base, patch, report), resolved);
      return resolveFragments(merged, own, report);
    },
  );
}
