import type { Definition, FieldSchema, Logic } from '#core/model/index.ts';
import type { Check } from '../../context.ts';
import type { Data } from '../../shapes/data.ts';
import { infer } from '../../shapes/infer.ts';
import { shapeOfField } from '../../shapes/of-schema.ts';
import { described } from '../../shapes/params.ts';
import { record, type Shape } from '../../shapes/shape.ts';
import type { FieldSite } from '../../walk/fields.ts';

const GIVEN = ['derive', 'preset'] as const;

/** A computed value or a preset of another type than its field: it would never be valid. */
export const misfitValue: Check = {
  code: 'misfit-value',
  run: ({ fields, logics, definition }) => {
    const data = new Map(logics.map((site) => [site.pointer, site.data]));
    const shapeAt: ShapeAt = (logic, at) => shapeOf(logic, data.get(at) ?? {}, definition);
    return fields.flatMap((field) =>
      [field, ...itemsOf(field)].flatMap((one) => GIVEN.flatMap((key) => checkValue(one, key, shapeAt))),
    );
  },
};

/** The items of a list are a field without a name. */
function itemsOf({ schema: { items }, pointer }: FieldSite): Site[] {
  return items === undefined ? [] : [{ schema: items, pointer: `${pointer}/items` }];
}

type Site = Pick<FieldSite, 'schema' | 'pointer'>;
/** What the expression at a pointer gives. */
type ShapeAt = (logic: Logic, at: string) => Shape;

function checkValue({ schema, pointer }: Site, key: (typeof GIVEN)[number], shapeAt: ShapeAt) {
  const logic = schema[key];
  const at = `${pointer}/${key}`;
  if (logic === undefined || logic === null) return [];
  const given = shapeAt(logic, at);
  const wanted = shapeOfField(schema);
  if (given.type === 'any' || wanted.type === 'any' || given.type === wanted.type) return [];
  if (key === 'preset' && isWordForNone(schema, logic)) return [];
  return [{ at, params: { found: described(given), wanted: described(wanted) } }];
}

const isWordForNone = ({ none }: FieldSchema, logic: Logic): boolean => none !== undefined && logic === none;

function shapeOf(logic: Logic, data: Data, { codes, expressions }: Definition): Shape {
  return infer(logic, '', { data: record(data), codes, expressions, open: [], report: () => undefined });
}
