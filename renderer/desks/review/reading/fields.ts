import type { FieldSchema, UiHints } from '#core/model/index.ts';

export type Field = {
  key: string;
  pointer: string;
  title: string;
  schema: FieldSchema;
  listed: boolean;
  width?: number;
};

/** The fields of a record in the order of the form. */
export function fieldsOf(record: FieldSchema, ui: UiHints, at = ''): Field[] {
  const keys = Object.keys(record.properties ?? {});
  const order = ui[at]?.order;
  const named = Array.isArray(order)
    ? order.filter((key): key is string => typeof key === 'string' && keys.includes(key))
    : [];
  return [...named, ...keys.filter((key) => !named.includes(key))].flatMap((key) => {
    const schema = record.properties?.[key];
    if (!schema) return [];
    const pointer = `${at}/${key}`;
    return [
      {
        key,
        pointer,
        schema,
        title: schema.title ?? key,
        listed: record.required?.includes(key) ?? false,
        width: ui[pointer]?.width,
      },
    ];
  });
}

/** An object is read field by field, unless it says how it is written out. */
export const isGroup = ({ properties, text }: FieldSchema): boolean =>
  properties !== undefined && text === undefined;
