import type {
  CategoryDefinition,
  FieldSchema,
  Json,
  JsonObject,
  SectionDefinition,
} from '#core/model/index.ts';
import { masked } from '#server/crypto/index.ts';

type Change = (value: Json) => Json;

/**
 * Changes every value of a section that its definition calls `sensitive`: sealed on its way into the store,
 * opened on its way out, masked on its way into a list. Everything else stays as it is.
 */
export function changeSensitive(section: SectionDefinition, value: Json, change: Change): Json {
  return section.schema ? changeField(section.schema, value, change) : value;
}

/** The same over all sections of a category. */
export function changeAllSensitive(
  category: CategoryDefinition,
  sections: JsonObject,
  change: Change,
): JsonObject {
  const changed = Object.entries(sections).map(([id, value]) => {
    const section = category.sections.find((one) => one.id === id);
    return [id, section ? changeSensitive(section, value, change) : value] as const;
  });
  return Object.fromEntries(changed);
}

/** The same of one field, with what stands inside it. */
export function changeField(schema: FieldSchema, value: Json, change: Change): Json {
  if (value === null || value === '' || !holdsSensitive(schema)) return value;
  if (schema.sensitive) return change(value);
  if (Array.isArray(value))
    return schema.items ? value.map((item) => changeField(schema.items ?? {}, item, change)) : value;
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value).map(([key, field]) => {
    const inner =
      schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    return [key, inner ? changeField(inner, field, change) : field] as const;
  });
  return Object.fromEntries(fields);
}

const holding = new WeakMap<FieldSchema, boolean>();

/** Whether anything in the field is sensitive; most sections hold nothing, and are handed on as they are. */
function holdsSensitive(schema: FieldSchema): boolean {
  const known = holding.get(schema);
  if (known !== undefined) return known;
  const inner = [...(schema.items ? [schema.items] : []), ...Object.values(schema.properties ?? {})];
  const holds = schema.sensitive === true || inner.some(holdsSensitive);
  holding.set(schema, holds);
  return holds;
}

/** What lists show of a sensitive value. */
export const mask = (value: Json): Json => masked(typeof value === 'string' ? value : JSON.stringify(value));
