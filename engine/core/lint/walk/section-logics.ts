import { chosenIn, fieldAt } from '#core/form/index.ts';
import { pointer, segmentsOf } from '#core/json/index.ts';
import type { Definition, FieldSchema } from '#core/model/index.ts';
import type { Data } from '../shapes/data.ts';
import { shapeOfCell, shapeOfField, shapeOfRow, shapeOfSection } from '../shapes/of-schema.ts';
import { ANY, BOOLEAN, NUMBER, record, type Shape, TEXT } from '../shapes/shape.ts';
import type { FieldSite } from './fields.ts';
import { CONDITIONS, type LogicSite, ofRules, present } from './logic-site.ts';
import type { SectionSite } from './sections.ts';

/** The expressions of a section itself: its conditions, slots, rules and a grid's items. */
export function ofSection(definition: Definition, site: SectionSite, base: Data): LogicSite[] {
  const { section, pointer: at } = site;
  const own = sectionData(definition, site, base);
  const forPer = (part: { per?: 'section' | 'row' | 'item'; list?: string }) => {
    if (part.per === 'item') return itemData(site, rowData(site, own), segmentsOf(part.list ?? ''));
    return part.per === 'row' ? rowData(site, own) : own;
  };
  const slots = (section.slots ?? []).flatMap((slot, index) =>
    CONDITIONS.slice(0, 2).map((key) => ({
      logic: slot[key as 'visibleWhen' | 'requiredWhen'],
      pointer: at + pointer('slots', index, key),
      use: 'condition' as const,
      data: forPer(slot),
    })),
  );
  return [
    ...present([
      { logic: section.visibleWhen, pointer: `${at}/visibleWhen`, use: 'condition', data: base },
      { logic: section.readOnlyWhen, pointer: `${at}/readOnlyWhen`, use: 'condition', data: base },
      ...slots,
    ]),
    ...ofRules(section.rules, `${at}/rules`, forPer),
    ...ofItems(site, own),
  ];
}

/** The expressions of one field. */
export function ofField(
  definition: Definition,
  field: FieldSite,
  site: SectionSite,
  base: Data,
): LogicSite[] {
  const row = rowData(site, sectionData(definition, site, base));
  const above = segmentsOf(field.path);
  const data = above.includes('*') ? itemData(site, row, above.slice(0, above.indexOf('*'))) : row;
  const { schema, pointer: at } = field;
  const choosing = { ...data, option: optionOf(definition, chosenIn(schema)) };
  return present([
    ...CONDITIONS.map((key) => ({
      logic: schema[key],
      pointer: `${at}/${key}`,
      use: 'condition' as const,
      data,
    })),
    { logic: schema.derive, pointer: `${at}/derive`, use: 'value', data },
    { logic: schema.preset, pointer: `${at}/preset`, use: 'value', data },
    { logic: schema.items?.preset, pointer: `${at}/items/preset`, use: 'value', data },
    { logic: schema.optionsWhen, pointer: `${at}/optionsWhen`, use: 'condition', data: choosing },
    ...(schema.disabledWhen ?? []).map(({ when }, index) => ({
      logic: when,
      pointer: at + pointer('disabledWhen', index, 'when'),
      use: 'condition' as const,
      data: choosing,
    })),
  ]);
}

/** What stands in a row also reads the row. */
function rowData({ section }: SectionSite, base: Data): Data {
  if (section.kind !== 'table') return base;
  const slots = (section.slots ?? []).filter((slot) => slot.per === 'row').map((slot) => [slot.id, NUMBER]);
  return { ...base, row: shapeOfRow(section), index: NUMBER, slots: record(Object.fromEntries(slots)) };
}

/** What stands in an item of a list also reads the item. */
function itemData({ record: fields }: SectionSite, base: Data, list: string[]): Data {
  return { ...base, item: shapeOfField({ type: 'object', ...fieldAt(fields, list)?.items }) };
}

function sectionData(definition: Definition, { section }: SectionSite, base: Data): Data {
  const slots = (section.slots ?? []).filter((slot) => slot.per !== 'row').map((slot) => [slot.id, NUMBER]);
  const own = shapeOfSection(section, definition.edition.cycle);
  return { ...base, section: own, slots: record(Object.fromEntries(slots)) };
}

function ofItems({ section, pointer: at }: SectionSite, own: Data): LogicSite[] {
  const items = section.items ?? [];
  const cells = record(Object.fromEntries(items.map((item) => [item.id, shapeOfCell(section, item.cell)])));
  const column = record({ id: TEXT, title: TEXT });
  return items.flatMap((item, index) =>
    present([
      {
        logic: item.visibleWhen,
        pointer: at + pointer('items', index, 'visibleWhen'),
        use: 'condition',
        data: own,
      },
      {
        logic: item.requiredWhen,
        pointer: at + pointer('items', index, 'requiredWhen'),
        use: 'condition',
        data: { ...own, column, cells },
      },
      {
        logic: item.derive,
        pointer: at + pointer('items', index, 'derive'),
        use: 'value',
        data: { ...own, column, cells },
      },
    ]),
  );
}

/** An entry of a code list, or a choice of the field's own, as `optionsWhen` reads it. */
function optionOf(definition: Definition, schema: FieldSchema): Shape {
  if (schema.code === undefined) return record({ code: shapeOfField(schema), title: TEXT });
  const entries = definition.codes.find((list) => list.id === schema.code)?.entries ?? [];
  const keys = new Set(entries.flatMap((entry) => Object.keys(entry)));
  const shapes = [...keys].map((key): [string, Shape] => [
    key,
    entries.some((entry) => typeof entry[key] === 'boolean') ? BOOLEAN : ANY,
  ]);
  return record({ code: TEXT, title: TEXT, ...Object.fromEntries(shapes) });
}
