import { isLongText } from '#core/form/index.ts';
import { isObject, pointer } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json, UiHints } from '#core/model/index.ts';
import { readAnswer } from './answer.ts';

/**
 * A section's value with every text in it as it is kept: cleaned, numbers and dates read, what shows nothing taken out.
 * What the form does not have stays as it is, for the check of its shape to refuse. Twice gives the same as once.
 */
export function normaliseSection(
  { shape, definition }: Pick<CompiledSection, 'shape' | 'definition'>,
  value: Json,
): Json {
  const ui = definition.ui ?? {};
  // The fields of a row are called by their place in the row.
  if (definition.kind === 'table' && Array.isArray(value))
    return value.map((row) => normalised(shape.items ?? {}, row, '', ui) ?? null);
  return normalised(shape, value, '', ui) ?? null;
}

function normalised(field: FieldSchema, value: Json, at: string, ui: UiHints): Json | undefined {
  if (typeof value === 'string')
    return takesText(field) ? readAnswer(field, value, isLines(field, at, ui)) : value;
  if (Array.isArray(value))
    return value.map((item) => normalised(field.items ?? {}, item, `${at}/items`, ui) ?? '');
  if (isObject(value)) return record(field, value, at, ui);
  return value;
}

function record(
  { properties = {} }: FieldSchema,
  value: { [key: string]: Json },
  at: string,
  ui: UiHints,
): Json {
  const parts = Object.entries(value).flatMap(([key, part]) => {
    if (!Object.hasOwn(properties, key)) return [[key, part] as const];
    const kept = normalised(properties[key] ?? {}, part, at + pointer(key), ui);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(parts);
}

/** A group's word for "there is none" is text as well. */
function takesText({ type, none }: FieldSchema): boolean {
  return none !== undefined || type === undefined || ['string', 'number', 'integer'].includes(type);
}

function isLines(field: FieldSchema, at: string, ui: UiHints): boolean {
  const widget = ui[at]?.widget;
  return widget === undefined ? isLongText(field) : widget === 'textarea';
}
