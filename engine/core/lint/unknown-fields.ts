import { itemsOf, recordSchema } from '#core/form/index.ts';
import { asList, asObject, isObject, pointer } from '#core/json/index.ts';
import type { FieldSchema, Json, JsonObject, SectionDefinition } from '#core/model/index.ts';
import type { Finding } from './context.ts';
import { meantHint } from './nearest.ts';

/** What the value of a grid is made of. */
const PARTS = ['cells', 'marks', 'own'];

/** Names in the answers of a section, at any depth, that its definition does not have. */
export function unknownFields(value: Json | undefined, section: SectionDefinition, at: string): Finding[] {
  const sentence = sayer('field', section);
  if (section.kind === 'form') return inRecord(asObject(value), recordSchema(section), at, sentence);
  if (section.kind === 'grid') return inGrid(asObject(value), section, at);
  return asList(value).flatMap((row, index) =>
    inRecord(asObject(row), recordSchema(section), at + pointer(index), sentence, ['id', 'mark']),
  );
}

/** Says that the section has nothing of a name. */
type Sentence = (name: string) => Pick<Finding, 'sentence' | 'params'>;

function sayer(what: 'field' | 'item' | 'column' | 'cell' | 'part', { title }: SectionDefinition): Sentence {
  return (name) => ({ sentence: `unknown-answer.${what}`, params: { section: title, name } });
}

function inRecord(
  value: JsonObject,
  record: FieldSchema | undefined,
  at: string,
  sentence: Sentence,
  extra: string[] = [],
): Finding[] {
  const properties = record?.properties ?? {};
  // In a merge patch `null` takes away what the extended case answers, and that case's form may have the field.
  const given = Object.keys(value).filter((name) => value[name] !== null);
  return [
    ...unknown(given, [...Object.keys(properties), ...extra], at, sentence),
    ...given.flatMap((name) => inValue(value[name], properties[name], at + pointer(name), sentence)),
  ];
}

function inValue(
  value: Json | undefined,
  field: FieldSchema | undefined,
  at: string,
  sentence: Sentence,
): Finding[] {
  if (field === undefined) return [];
  if (field.properties && isObject(value)) return inRecord(value, field, at, sentence);
  return asList(value).flatMap((item, index) => inValue(item, field.items, at + pointer(index), sentence));
}

function inGrid(value: JsonObject, section: SectionDefinition, at: string): Finding[] {
  const items = new Map(itemsOf(section).map((item) => [item.id, item]));
  const named = ['cells', 'marks'].flatMap((key) =>
    unknown(Object.keys(asObject(value[key])), [...items.keys()], at + pointer(key), sayer('item', section)),
  );
  const cells = Object.entries(asObject(value.cells)).flatMap(([id, columns]) =>
    inColumns(asObject(columns), items.get(id)?.cell, section, at + pointer('cells', id)),
  );
  const parts = unknown(Object.keys(value), PARTS, at, sayer('part', section));
  return [...parts, ...named, ...cells];
}

/** The columns of years are known to the cycle alone: their ids are four digits. */
function inColumns(
  value: JsonObject,
  cell: string | undefined,
  section: SectionDefinition,
  at: string,
): Finding[] {
  const { columns, cells } = section;
  const given = Object.keys(value);
  const known = Array.isArray(columns)
    ? columns.map((column) => column.id)
    : given.filter((name) => /^\d{4}$/.test(name));
  const schema = cells?.[cell ?? ''];
  return [
    ...unknown(given, known, at, sayer('column', section)),
    ...given.flatMap((name) => inValue(value[name], schema, at + pointer(name), sayer('cell', section))),
  ];
}

function unknown(names: string[], known: string[], at: string, sentence: Sentence): Finding[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({ at: at + pointer(name), ...sentence(name), ...meantHint(name, known) }));
}
