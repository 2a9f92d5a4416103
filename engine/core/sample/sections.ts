import { cellSchema, columnsOf, itemsOf, limits, recordSchema } from '#core/form/index.ts';
import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { SectionDefinition } from '#core/model/index.ts';
import { answerOf, type Making, recordOf } from './answer.ts';
import { rowsOf } from './content.ts';

/** What a section holds in a sample. */
export function answersIn(
  making: Making,
  section: SectionDefinition,
  given: Json | undefined,
): Json | undefined {
  if (section.kind === 'form') return recordOf(making, recordSchema(section), given);
  if (section.kind === 'table') return tableOf(making, section, given);
  return section.kind === 'grid' ? gridOf(making, section, given) : given;
}

function tableOf(making: Making, section: SectionDefinition, given: Json | undefined): Json {
  const before = Array.isArray(given) ? given : [];
  const { none, minItems = 0, maxItems = limits.rows } = section.schema ?? {};
  const least = Math.max(minItems, none === undefined ? 1 : 0);
  const count = rowsOf(making.content, before.length, least, maxItems);
  if (count === 0) return none ?? [];
  return Array.from({ length: count }, (_, index) => {
    const row = before[index % Math.max(before.length, 1)];
    const record = recordOf({ ...making, number: `${index + 1}` }, recordSchema(section), row);
    return { ...record, id: `r${index + 1}`, ...(section.mark && { mark: true }) };
  });
}

function gridOf(making: Making, section: SectionDefinition, given: Json | undefined): JsonObject {
  const before = isObject(given) ? given : {};
  const cells = itemsOf(section).map((item): [string, Json] => {
    const schema = cellSchema(section, item.cell, item.schema);
    return [
      item.id,
      lineOf(making, section, schema, isObject(before.cells) ? before.cells[item.id] : undefined),
    ];
  });
  const marks = cells.map(([id]): [string, Json] => [id, true]);
  return {
    cells: Object.fromEntries(cells),
    marks: Object.fromEntries(marks),
    own: ownItems(making, section),
  };
}

function lineOf(
  making: Making,
  section: SectionDefinition,
  schema: ReturnType<typeof cellSchema>,
  given: Json | undefined,
): JsonObject {
  const before = isObject(given) ? given : {};
  const cells = columnsOf(section, making.edition.definition.edition.cycle).map(({ id }): [string, Json] => [
    id,
    answerOf({ ...making, number: id }, schema, before[id]) ?? null,
  ]);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== null));
}

/** What somebody has added; with usual content one item. */
function ownItems(making: Making, section: SectionDefinition): Json[] {
  const { own } = section;
  if (own === undefined || making.content === 'least') return [];
  const count = making.content === 'full' ? own.max : 1;
  const schema = { ...cellSchema(section, own.cell) };
  return Array.from({ length: count }, (_, index) => {
    const title = answerOf({ ...making, number: `${index + 1}` }, { ...TITLE, title: own.title }, undefined);
    return {
      id: `own${index + 1}`,
      title: title ?? '',
      mark: true,
      cells: lineOf(making, section, schema, undefined),
    };
  });
}

/** People name what they add in a line, although more would be taken. */
const TITLE = { type: 'string', maxLength: 30 } as const;
