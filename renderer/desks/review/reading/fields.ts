import { fieldsInOrder } from '#core/form/index.ts';
import type { FieldSchema, UiHints } from '#core/model/index.ts';

export type Field = {
  key: string;
  pointer: string;
  title: string;
  schema: FieldSchema;
  listed: boolean;
  width?: number | undefined;
};

/** The fields of a record in the order of the form. */
export function fieldsOf(record: FieldSchema, ui: UiHints, at = ''): Field[] {
  return fieldsInOrder(record, ui[at]?.order).map(([key, schema]) => {
    const pointer = `${at}/${key}`;
    return {
      key,
      pointer,
      schema,
      title: schema.title ?? key,
      listed: record.required?.includes(key) ?? false,
      width: ui[pointer]?.width,
    };
  });
}

/** An object is read field by field, unless it says how it is written out. */
export const isGroup = ({ properties, text }: FieldSchema): boolean =>
  properties !== undefined && text === undefined;
