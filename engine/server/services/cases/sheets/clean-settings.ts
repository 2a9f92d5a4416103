import { ownChoices } from '#core/form/index.ts';
import type { FieldSchema, Json, JsonObject } from '#core/model/index.ts';
import { readAnswer } from '#core/normalise/index.ts';
import { Failure } from '#server/services/ground/index.ts';

/** Settings as they are kept: each text read as an answer to its field is; what shows nothing is left out. */
export function cleanSettings(schemas: Record<string, FieldSchema>, settings: JsonObject): JsonObject {
  const read = Object.entries(settings).flatMap(([name, value]): [string, Json][] => {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    const kept = schema && typeof value === 'string' ? readAnswer(schema, value) : value;
    return kept === undefined ? [] : [[name, kept]];
  });
  return Object.fromEntries(read);
}

/** Settings are numbers in bounds, choices and switches; anything else is refused. */
export function validateSettings(schemas: Record<string, FieldSchema>, settings: JsonObject): void {
  const wrong = Object.entries(settings).some(([name, value]) => {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    return schema === undefined || !fits(schema, value);
  });
  if (wrong) throw new Failure('invalid', 'settings-refused');
}

function fits(schema: FieldSchema, value: Json): boolean {
  const choices = ownChoices(schema);
  if (choices) return choices.some((choice) => choice.value === value);
  if (schema.type === 'boolean') return typeof value === 'boolean';
  if (schema.type === 'string') return typeof value === 'string' && value.length <= (schema.maxLength ?? 200);
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (schema.type === 'integer' && !Number.isInteger(value)) return false;
  return (
    value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) &&
    value <= (schema.maximum ?? Number.POSITIVE_INFINITY)
  );
}
