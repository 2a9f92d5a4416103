import { segmentsOf } from '#core/json/index.ts';
import type { FieldSchema, SectionDefinition } from '#core/model/index.ts';

/** The schema of one record: the form itself, or a row of the table. Grids and documents have none. */
export function recordSchema({ kind, schema }: SectionDefinition): FieldSchema {
  return (kind === 'table' ? schema?.items : schema) ?? {};
}

/**
 * The field that these keys lead to from a schema; undefined where they lead to nothing. Without keys it is the
 * schema itself. An element of a list is chosen by its index, or by `*`: whichever.
 */
export function fieldAt(
  schema: FieldSchema | undefined,
  segments: readonly string[],
): FieldSchema | undefined {
  return segments.reduce<FieldSchema | undefined>(below, schema);
}

/** The field that a pointer such as `/section/field` names among these sections; inside a table it is a field of its rows. */
export function fieldNamed(sections: readonly SectionDefinition[], pointer: string): FieldSchema | undefined {
  const [id, ...path] = segmentsOf(pointer);
  const section = sections.find((known) => known.id === id);
  return section?.schema && fieldAt(recordSchema(section), path);
}

/** The fields that these keys lead through, one a key, the last one last; they end where the way leaves what there is. */
export function fieldsAlong(schema: FieldSchema, segments: readonly string[]): FieldSchema[] {
  const along: FieldSchema[] = [];
  for (const segment of segments) {
    const field = below(along.at(-1) ?? schema, segment);
    if (field === undefined) break;
    along.push(field);
  }
  return along;
}

/** From this length on, text is written on several lines. */
const LONG = 200;

/** What is chosen, read as a date or the like, or proposed stands on one line. */
const ONE_LINE = ['format', 'code', 'enum', 'oneOf', 'suggest', 'examples'] as const;

/** Is it text of several lines, where the definition names no widget? */
export function isLongText({ type, maxLength, ...field }: FieldSchema): boolean {
  return type === 'string' && !ONE_LINE.some((key) => field[key]) && (maxLength ?? 0) > LONG;
}

const ELEMENT = /^(?:\d+|\*)$/;

function below(schema: FieldSchema | undefined, segment: string): FieldSchema | undefined {
  const { properties, items } = schema ?? {};
  if (properties !== undefined && Object.hasOwn(properties, segment)) return properties[segment];
  return items !== undefined && ELEMENT.test(segment) ? items : undefined;
}

/** The fields of a record in the order in which they are asked: those that `order` names first, then as they stand. */
export function fieldsInOrder({ properties = {} }: FieldSchema, order: unknown): [string, FieldSchema][] {
  const named = Array.isArray(order) ? order.map(String).filter((key) => Object.hasOwn(properties, key)) : [];
  const keys = new Set([...named, ...Object.keys(properties)]);
  return [...keys].map((key) => [key, properties[key] ?? {}]);
}
