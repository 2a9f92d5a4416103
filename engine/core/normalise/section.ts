import { isLongText } from '#core/form/index.ts';
import { isObject, pointer } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json, UiHints } from '#core/model/index.ts';
import { readAnswer } from './answer.ts';

/**
 * A section's value with every text in it as it is kept: cleaned, numbers and dates read, what shows nothing taken out.
 * What the form does not have stays as it is, for the check of its shape to refuse. Twice gives the same as once.
 */
export function normaliseSection(
  { shape, definition, timeZone }: Pick<CompiledSection, 'shape' | 'definition' | 'timeZone'>,
  value: Json,
): Json {
  const drawn = { ui: definition.ui ?? {}, timeZone };
  // The fields of a row are called by their place in the row.
  if (definition.kind === 'table' && Array.isArray(value))
    return value.map((row) => normalised(shape.items ?? {}, row, '', drawn) ?? null);
  return normalised(shape, value, '', drawn) ?? null;
}

/** What decides how text is read besides its field. */
type Drawn = { ui: UiHints; timeZone: string };

function normalised(field: FieldSchema, value: Json, at: string, drawn: Drawn): Json | undefined {
  if (typeof value === 'string') return takesText(field) ? readText(field, value, at, drawn) : value;
  if (Array.isArray(value))
    return value.map((item) => normalised(field.items ?? {}, item, `${at}/*`, drawn) ?? '');
  if (isObject(value)) return record(field, value, at, drawn);
  return value;
}

function readText(field: FieldSchema, text: string, at: string, { ui, timeZone }: Drawn): Json | undefined {
  return readAnswer(field, text, { lines: isLines(field, at, ui), timeZone });
}

function record(
  { properties = {} }: FieldSchema,
  value: { [key: string]: Json },
  at: string,
  drawn: Drawn,
): Json {
  const parts: [string, Json][] = [];
  for (const [key, part] of Object.entries(value)) {
    const field = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const kept = field === undefined ? part : normalised(field, part, at + pointer(key), drawn);
    if (kept !== undefined) parts.push([key, kept]);
  }
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
