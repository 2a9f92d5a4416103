import { factsOf, factText, namedFact, withFacts } from '#core/facts/index.ts';
import { asObject, asText, interpolate, isObject, segmentsOf, valueAt } from '#core/json/index.ts';
import type { Json, LoadedEdition, Origin } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { LintWords } from '../locales/index.ts';

type Words = LintWords['locations'];
/** A walk from the root of a file to what a pointer names. */
type Walk = {
  value: Json | undefined;
  parts: string[];
  words: Words;
  root: Json | undefined;
  loaded: LoadedEdition;
  isExample: boolean;
};

/** Keys that only group: nobody needs to be told of them on the way. */
const SILENT = ['schema', 'machine', 'params', 'meta', 'input', 'batch', 'own', 'account', 'cycle', 'seed'];
/** Keys of expressions: what stands inside is said by the expression. */
const LOGIC = [
  ...[
    'visibleWhen',
    'requiredWhen',
    'readOnlyWhen',
    'optionsWhen',
    'disabledWhen',
    'derive',
    'preset',
    'when',
    'require',
  ],
  ...['offeredWhen', 'availableWhen', 'applies', 'logic', 'value', 'guard', 'where', 'subtotalBy'],
];

/** In examples and demonstrations: answers, and what is expected of them. */
const ANSWERS = ['sections', 'expects', 'files'];

/** Where something stands, by the titles on the way to it: field “Days” of section “The plan”. */
export function locationOf(
  { file, pointer }: Origin,
  loaded: LoadedEdition,
  { locations }: LintWords,
): string {
  const json = loaded.files.find(({ path }) => path === file)?.json;
  const isExample = ['case', 'demo'].includes(identifyFile(file)?.kind ?? '');
  const walk: Walk = { value: json, root: json, parts: [], words: locations, loaded, isExample };
  follow(segmentsOf(pointer), walk);
  const location = [rootPart(file, json, walk), ...walk.parts].reduce((whole, part) =>
    whole === '' ? part : interpolate(locations.of, { whole, part }),
  );
  return withFactsOf(loaded, location);
}

/** Titles stand in the files as they are written; a reader meets the facts in them as numbers. */
function withFactsOf({ definition }: LoadedEdition, text: string): string {
  const { edition, programme, codes } = definition;
  if (!isObject(edition.facts)) return text;
  const values = factsOf(edition);
  const words = { locale: programme.locale, codes };
  return withFacts(text, (id) =>
    Object.hasOwn(values, id)
      ? factText(values[id] ?? null, namedFact(edition.facts?.[id]), words)
      : undefined,
  );
}

/** The file's own part, by its noun and title. */
function rootPart(file: string, json: Json | undefined, { words, loaded }: Walk): string {
  const place = identifyFile(file);
  if (place === undefined) return interpolate(words.id, { id: file });
  const noun = words.parts[place.kind];
  if (['programme', 'edition', 'demo', 'manifest'].includes(place.kind)) return noun;
  const isOfSheet = place.kind === 'template' || place.kind === 'css';
  const titled = isOfSheet ? loaded.definition.sheets.find(({ id }) => id === place.id) : json;
  return named(noun, titleOf(titled as Json | undefined), place.id, words);
}

function named(noun: string, title: string | undefined, id: string, words: Words): string {
  const name = title === undefined ? interpolate(words.id, { id }) : interpolate(words.title, { title });
  return interpolate(words.named, { noun, name });
}

function titleOf(value: Json | undefined): string | undefined {
  const { title, name, message, meta } = asObject(value);
  return [title, asObject(meta).title, name, message].map(asText).find((text) => text?.trim());
}

function follow([key, ...rest]: string[], walk: Walk): void {
  if (key === undefined) return;
  if (ANSWERS.includes(key) && walk.isExample) {
    walk.parts.push(interpolate(walk.words.id, { id: rest.at(-1) ?? key }));
    return;
  }
  const noun = nounOf(key, walk);
  const [member, ...inside] = rest;
  if (noun !== undefined && member !== undefined) {
    walk.value = valueAt(walk.value, [key, member]);
    walk.parts.push(memberPart(key, noun, member, walk));
    follow(inside, walk);
    return;
  }
  const isLast = rest.length === 0 || LOGIC.includes(key);
  if (isLast && !/^\d+$/.test(key)) walk.parts.push(interpolate(walk.words.id, { id: key }));
  walk.value = valueAt(walk.value, [key]);
  if (!LOGIC.includes(key)) follow(rest, walk);
}

/** What the members of a key are called; undefined where it has none that people know. */
function nounOf(key: string, { value, words }: Walk): string | undefined {
  const isElements = key === 'items' && !Array.isArray(valueAt(value, [key]));
  if (isElements || SILENT.includes(key)) return undefined;
  const group = valueAt(value, [key]);
  const nouns: Record<string, string> = words.keys;
  return (isObject(group) || Array.isArray(group)) && Object.hasOwn(nouns, key) ? nouns[key] : undefined;
}

function memberPart(key: string, noun: string, member: string, walk: Walk): string {
  const { words, value } = walk;
  const title = titleOf(value) ?? titleElsewhere(key, member, walk);
  const id = asText(asObject(value).id) ?? asText(asObject(value).code) ?? member;
  if (title === undefined && /^\d+$/.test(id))
    return interpolate(words.numbered, { n: Number(id) + 1, noun });
  return named(noun, title, id, words);
}

/** Events and overlaid sections have their titles elsewhere. */
function titleElsewhere(key: string, member: string, { root, loaded }: Walk): string | undefined {
  if (key === 'on') return titleOf(valueAt(asObject(root).events, [member]));
  if (key !== 'overlay') return undefined;
  const sections = loaded.definition.categories.flatMap(({ sections: all }) => all);
  // Of a folder that is wrong, anything may stand where a section belongs.
  return sections.find((section) => asObject(section as unknown as Json).id === member)?.title;
}
