import { asText } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { FileKind } from '#core/vocabulary/index.ts';
import { type Address, valueAtAddress } from './addresses.ts';
import { fieldPath, inSection, type SectionLevel } from './homes.ts';
import { editionFile, findPart, firstValue, lineage, type Reading } from './parts.ts';

/** How a change is read: what it names, by the titles that people know. */
export type Titles = {
  section(level: SectionLevel): string;
  category(id: string, cycle?: string): string;
  /** Section and, where the change is for one form alone, that form. */
  level(level: { section?: string; category?: string; cycle?: string }): string;
  field(level: SectionLevel, field: string): string;
  /** What stands at a way in a section. */
  inSection(level: SectionLevel, path: readonly string[], id: string): string;
  /** What stands at a way in a part. */
  inPart(kind: FileKind, id: string, path: readonly string[], cycle?: string): string;
  part(kind: FileKind, id: string, cycle?: string): string;
  /** What a keyword of the language is called. */
  keyword(word: string): string;
  /** What stands at an address now. */
  value(address: Address): Json | undefined;
  fact(fact: string, cycle?: string): string;
  cycle(cycle?: string): string;
  state(route: string, state: string, cycle?: string): string;
  /** The file of a route. */
  routeFile(route: string, cycle?: string): string;
  /** What a rule says where it does not hold. */
  rule(level: { section?: string; category?: string; cycle?: string }, rule: string): string;
};

/** Titles as these files have them; an id stands where there is none. */
export function titlesIn(files: Reading, keywords: Readonly<Record<string, string>>): Titles {
  const part = (kind: FileKind, id: string, cycle?: string): string => {
    const found = findPart(files, kind, id, cycle);
    return (found && asText(files.value(found.path, ['title']))) ?? id;
  };
  const titles: Titles = {
    part,
    keyword: (word) => (Object.hasOwn(keywords, word) ? (keywords[word] ?? word) : word),
    value: (address) => valueAtAddress(files, address),
    fact: (fact, cycle) =>
      asText(files.value(editionFile(files, cycle), ['facts', fact, 'title'])) ??
      asText(files.value('programme.json', ['titles', `cycle.facts.${fact}`])) ??
      fact,
    cycle: (cycle) => asText(files.value(editionFile(files, cycle), ['cycle', 'title'])) ?? cycle ?? '',
    section: (level) => asText(inSection(files, level, ['title'])) ?? level.section,
    category: (id, cycle) =>
      lineage(files, id, cycle)
        .map(({ path }) => asText(files.value(path, ['title'])))
        .find((title) => title !== undefined) ?? id,
    level: ({ section, category, cycle }) => {
      const level = { ...(category !== undefined && { category }), ...(cycle !== undefined && { cycle }) };
      const names = [
        section === undefined ? undefined : titles.section({ section, ...level }),
        category === undefined ? undefined : titles.category(category, cycle),
      ];
      return names.filter((name) => name !== undefined).join(' · ');
    },
    field: (level, field) => titles.inSection(level, fieldPath(files, level, field), field),
    inSection: (level, path, id) => asText(inSection(files, level, [...path, 'title'])) ?? id,
    inPart: (kind, id, path, cycle) => {
      const found = findPart(files, kind, id, cycle);
      const own = path.at(-1) ?? '';
      if (!found) return own;
      return asText(files.value(found.path, [...path, 'title'])) ?? own;
    },
    routeFile: (route, cycle) => findPart(files, 'route', route, cycle)?.path ?? '',
    state: (route, state, cycle) => {
      const way = ['machine', ...state.split('.').flatMap((step) => ['states', step]), 'meta', 'title'];
      return asText(files.value(titles.routeFile(route, cycle), way)) ?? state;
    },
    rule: ({ section, category, cycle }, rule) => {
      const way = ['rules', rule, 'message'];
      const at = { ...(category !== undefined && { category }), ...(cycle !== undefined && { cycle }) };
      if (section !== undefined) return asText(inSection(files, { section, ...at }, way)) ?? rule;
      const line = category === undefined ? [] : lineage(files, category, cycle);
      return (
        asText(
          firstValue(
            files,
            line.map(({ path }) => ({ file: path, path: way })),
          ),
        ) ?? rule
      );
    },
  };
  return titles;
}
