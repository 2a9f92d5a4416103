import type { AnswerProblem, FieldSchema, Json, JsonObject } from '#core/model/index.ts';
import type { SheetSettings } from '#renderer/api/index.ts';

export type Schemas = Record<string, FieldSchema>;

/** Settings that stand together. */
export type SettingsOf = { title: string; schemas: Schemas; isWhole: boolean };

/** Those about the whole sheet, and those of each block; a group that has none is left out. */
export function groupsOf({ schema, groups }: SheetSettings, whole: string): SettingsOf[] {
  const schemas = (schema.properties ?? {}) as Schemas;
  const grouped = new Set(groups.flatMap(({ settings }) => settings));
  const others = Object.keys(schemas).filter((name) => !grouped.has(name));
  return [{ title: whole, settings: others }, ...groups]
    .map(({ title, settings }, index) => ({ title, schemas: pick(schemas, settings), isWhole: index === 0 }))
    .filter((group) => Object.keys(group.schemas).length > 0);
}

const pick = (schemas: Schemas, names: readonly string[]): Schemas =>
  Object.fromEntries(names.flatMap((name) => (schemas[name] ? [[name, schemas[name]]] : [])));

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
