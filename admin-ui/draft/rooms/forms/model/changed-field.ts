import type { Change } from '#core/change/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type { FieldRow } from './fields.ts';

/** Where a change holds: for all forms that use the section, or for one. */
export type Level = { section: string; cycle: string; category?: string };

/** A field's properties as an officer types them; texts of numbers are empty where there is no limit. */
export type FieldProperties = {
  isRequired: boolean;
  list: string;
  limits: Record<string, string>;
  editBy: string[];
  visibleTo: string[];
  sheets: string[] | null;
};

/** The limits that a field of its type may have. */
function limitsFor({ schema }: FieldRow): string[] {
  const { type, format } = schema;
  if (type === 'number' || type === 'integer') return ['minimum', 'maximum'];
  if (type === 'array') return ['minItems', 'maxItems'];
  return type === 'string' && format === undefined && schema.code === undefined && !schema.oneOf
    ? ['minLength', 'maxLength']
    : [];
}

const listOf = ({ schema }: FieldRow): string => schema.code ?? schema.items?.code ?? '';

export function propertiesOf(row: FieldRow): FieldProperties {
  const { schema, demand } = row;
  const keywords = schema as JsonObject;
  const limits = limitsFor(row).map((limit) => [
    limit,
    keywords[limit] === undefined ? '' : String(keywords[limit]),
  ]);
  return {
    isRequired: demand.always,
    list: listOf(row),
    limits: Object.fromEntries(limits),
    editBy: schema.editBy ?? [],
    visibleTo: schema.visibleTo ?? [],
    sheets: schema.sheets ?? null,
  };
}

/** The first limit that cannot be read as a number. */
export const wrongLimit = ({ limits }: FieldProperties): string | undefined =>
  Object.entries(limits).find(
    ([, text]) => text.trim() !== '' && !/^-?\d{1,12}(\.\d{1,6})?$/.test(text.trim()),
  )?.[0];

/** The changes that make other properties of a field; none where nothing is another. */
export function fieldChanged(
  row: FieldRow,
  level: Level,
  before: FieldProperties,
  after: FieldProperties,
): Change[] {
  const at = { ...level, field: row.field };
  const patch: JsonObject = {
    ...namesPatch('editBy', before.editBy, after.editBy),
    ...namesPatch('visibleTo', before.visibleTo, after.visibleTo),
    ...(JSON.stringify(before.sheets) !== JSON.stringify(after.sheets) && { sheets: after.sheets }),
    ...(before.list !== after.list && listPatch(row, after.list)),
    ...droppedLimits(before, after),
  };
  const isOther = before.isRequired !== after.isRequired;
  const whole: Change[] =
    isOther || Object.keys(patch).length > 0
      ? [
          {
            kind: 'changeField',
            ...at,
            ...(Object.keys(patch).length > 0 && { patch }),
            ...(isOther && { isRequired: after.isRequired }),
          },
        ]
      : [];
  const limits = Object.entries(after.limits).flatMap(([limit, text]): Change[] =>
    text.trim() === '' || text === before.limits[limit]
      ? []
      : [{ kind: 'setLimit', ...at, limit, value: Number(text.trim()) }],
  );
  return [...whole, ...limits];
}

function namesPatch(key: string, before: string[], after: string[]): JsonObject {
  if (JSON.stringify(before) === JSON.stringify(after)) return {};
  return { [key]: after.length > 0 ? after : null };
}

function listPatch({ schema }: FieldRow, list: string): JsonObject {
  return schema.type === 'array'
    ? { items: { ...(schema.items as JsonObject), code: list } }
    : { code: list };
}

const droppedLimits = (before: FieldProperties, after: FieldProperties): JsonObject =>
  Object.fromEntries(
    Object.entries(after.limits)
      .filter(([limit, text]) => text.trim() === '' && (before.limits[limit] ?? '') !== '')
      .map(([limit]) => [limit, null]),
  );

/** The change of a field's title or help. */
export function fieldText(row: FieldRow, level: Level, word: 'title' | 'help', text: string): Change {
  const at = { ...level, field: row.field };
  if (word === 'title') return { kind: 'changeField', ...at, patch: { title: text } };
  return { kind: 'changeField', ...at, ui: { help: text === '' ? null : text } };
}

/** The change that asks a field one place earlier or later among its neighbours; undefined at an end. */
export function fieldMoved(
  rows: readonly FieldRow[],
  row: FieldRow,
  level: Level,
  by: -1 | 1,
): Change | undefined {
  const parent = row.field.split('/').slice(0, -1).join('/');
  const peers = rows.filter(
    ({ field, depth }) => depth === row.depth && field.split('/').slice(0, -1).join('/') === parent,
  );
  const index = peers.indexOf(row);
  const target = index + by;
  if (target < 0 || target >= peers.length) return undefined;
  const ahead = by < 0 ? peers[target - 1] : peers[target];
  const { category: _category, ...at } = level;
  return {
    kind: 'moveField',
    ...at,
    field: row.field,
    after: ahead ? (ahead.field.split('/').at(-1) ?? null) : null,
  };
}

/** The fields of a section that may be summed up. */
export const summable = (rows: readonly FieldRow[]): FieldRow[] =>
  rows.filter(({ schema }) => schema.type === 'number' || schema.type === 'integer');

/** The section with a field less, or with the field in one form less. */
export const fieldRemoved = (row: FieldRow, level: Level): Change => ({
  kind: 'removeField',
  ...level,
  field: row.field,
});
