import type { AnswerProblem, FieldSchema, Json, JsonObject } from '#core/model/index.ts';

export type Schemas = Record<string, FieldSchema>;

/** What holds where nothing was set. */
export const presetsOf = (schemas: Schemas): JsonObject =>
  Object.fromEntries(
    Object.entries(schemas).flatMap(([name, { preset }]) =>
      preset === undefined ? [] : [[name, preset as Json]],
    ),
  );

/** Settings that are not allowed, at their fields. */
export function problemsOf(
  schemas: Schemas,
  value: JsonObject,
  between: (low: number, high: number) => string,
): AnswerProblem[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    if (fits(schema, value[name])) return [];
    const message = between(schema.minimum ?? 0, schema.maximum ?? Number.MAX_SAFE_INTEGER);
    const problem = {
      path: `/input/${name}`,
      section: 'input',
      code: 'maximum',
      place: schema.title ?? name,
    };
    return [{ ...problem, params: {}, message, severity: 'block' as const }];
  });
}

function fits(schema: FieldSchema, value: Json | undefined): boolean {
  if (value === undefined || (schema.type !== 'number' && schema.type !== 'integer')) return true;
  if (typeof value !== 'number') return false;
  if (schema.type === 'integer' && !Number.isInteger(value)) return false;
  return value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value);
}
