import { ownChoices, recordSchema } from '#core/form/index.ts';
import type {
  CategoryDefinition,
  Definition,
  FieldSchema,
  Json,
  SectionDefinition,
  SheetDefinition,
} from '#core/model/index.ts';
import { shapeOfField } from '../shapes/of-schema.ts';
import { ANY, anyOf, BOOLEAN, list, NUMBER, record, type Shape, TEXT } from '../shapes/shape.ts';

/** What a sheet's template sees, over all categories that print it: only what may stand on this sheet. */
export function viewShape(sheet: SheetDefinition, { programme, edition, categories }: Definition): Shape {
  const printing = categories.filter((category) => category.sheets?.includes(sheet.id));
  const settings = Object.entries(sheet.settings ?? {}).map(([name, schema]) => [
    name,
    shapeOfSetting(schema),
  ]);
  return record({
    programme: record({ id: oneOf(programme.id), title: TEXT }),
    cycle: record({ id: TEXT, title: TEXT, year: oneOf(edition.cycle.year) }),
    category: record({ id: oneOf(...printing.map(({ id }) => id)), title: TEXT }),
    sheet: record({ id: oneOf(sheet.id), title: TEXT }),
    settings: record(Object.fromEntries(settings)),
    unit: record({ name: TEXT, parent: TEXT }),
    case: record({ round: TEXT, tags: list(TEXT), title: TEXT, desk: TEXT, names: ANY }),
    revision: TEXT,
    corrections: list(
      record({ section: TEXT, field: TEXT, before: TEXT, after: TEXT, desk: TEXT, on: TEXT }),
    ),
    sections: anyOf([record({}), ...printing.map((category) => sectionsOf(category, sheet.id))]),
  });
}

/** A text that is one of these words of the definition. */
const oneOf = (...values: Json[]): Shape => ({ type: 'text', values });

/** A number without bounds is as free as a text: with it a print could be made as small as nothing. */
function shapeOfSetting(schema: FieldSchema): Shape {
  const shape = shapeOfField(schema);
  const isBounded = schema.minimum !== undefined && schema.maximum !== undefined;
  const isFree = ownChoices(schema) === undefined && !isBounded;
  return shape.type === 'number' && isFree ? TEXT : shape;
}

function sectionsOf(category: CategoryDefinition, sheet: string): Shape {
  const shown = category.sections.filter((section) => section.sheets?.includes(sheet));
  return record(Object.fromEntries(shown.map((section) => [section.id, sectionView(section, sheet)])));
}

function sectionView(section: SectionDefinition, sheet: string): Shape {
  const texts = textsOf(recordSchema(section), sheet);
  return record({
    title: TEXT,
    visible: BOOLEAN,
    fields: record(section.kind === 'form' ? texts : {}),
    rows: list(record({ index: NUMBER, ...(section.kind === 'table' ? texts : {}) })),
    columns: list(record({ id: TEXT, title: TEXT })),
    items: list(record({ id: TEXT, title: TEXT, unit: TEXT, cells: list(TEXT) })),
    files: list(record({ slot: TEXT, title: TEXT, names: list(TEXT) })),
  });
}

/** Texts nest as the schema does, except where an object writes itself out by its `text`. */
function textsOf(schema: FieldSchema | undefined, sheet: string): Record<string, Shape> {
  const fields = Object.entries(schema?.properties ?? {}).filter(
    ([, field]) => field.sheets?.includes(sheet) ?? true,
  );
  return Object.fromEntries(fields.map(([name, field]) => [name, textOf(field, sheet)]));
}

function textOf(field: FieldSchema, sheet: string): Shape {
  if (field.properties && field.text === undefined) return record(textsOf(field, sheet));
  if (field.type !== 'array') return TEXT;
  const { items } = field;
  return list(items?.properties && items.text === undefined ? record(textsOf(items, sheet)) : TEXT);
}
