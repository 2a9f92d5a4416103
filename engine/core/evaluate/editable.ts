import { fieldsAlong, recordSchema, saysNone } from '#core/form/index.ts';
import { isObject, pointer, segmentsOf, valueAt, withValue } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json, JsonObject } from '#core/model/index.ts';
import type { Evaluation } from './evaluate.ts';

/**
 * Whether an actor may write what stands at a pointer inside the section (`/path`, without the row's index; ``
 * for the section itself). `by` is `applicant` or a desk. The innermost `editBy` on the way decides.
 */
export function mayWrite(section: CompiledSection, at: string, by: string): boolean {
  const along = fieldsAlong(recordSchema(section.definition), segmentsOf(at));
  const innermost = along.flatMap(({ editBy }) => (editBy === undefined ? [] : [editBy])).at(-1);
  return allows(innermost ?? section.definition.editBy ?? ['applicant'], by);
}

function allows(editBy: string[], by: string): boolean {
  return editBy.includes(by) || (by !== 'applicant' && by !== 'system' && editBy.includes('desks'));
}

/** Whether an actor may write anything of the section at all. */
export function mayWriteSome(section: CompiledSection, by: string): boolean {
  return mayWrite(section, '', by) || someFieldAllows(recordSchema(section.definition), by);
}

function someFieldAllows(schema: FieldSchema, by: string): boolean {
  const fields = Object.values(schema.properties ?? {});
  return fields.some(
    (field) => (field.editBy !== undefined && allows(field.editBy, by)) || someFieldAllows(field, by),
  );
}

/**
 * What may be stored of what an actor sends: fields that the actor may not write, and those that are read-only,
 * keep what is stored; derived ones take what `evaluation` (of the application as sent) computed. Rows are told
 * apart by id; who may not write the table itself can neither add, remove nor move any. Pure.
 */
export function keepUnwritable(
  section: CompiledSection,
  stored: Json | undefined,
  incoming: Json | undefined,
  by: string,
  evaluation: Evaluation,
): Json {
  const { kind } = section.definition;
  if (kind === 'form') return keepRecord(section, object(stored), object(incoming), by, evaluation, null);
  if (kind === 'table') return keepTable(section, stored, incoming, by, evaluation);
  if (!mayWrite(section, '', by)) return stored ?? {};
  return kind === 'grid' ? withDerivedCells(section, object(incoming), evaluation) : {};
}

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function list(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Who may add and remove rows may also say that there are none. */
function keepTable(
  section: CompiledSection,
  stored: Json | undefined,
  incoming: Json | undefined,
  by: string,
  evaluation: Evaluation,
): Json {
  const lead = mayWrite(section, '', by) ? incoming : stored;
  if (lead !== undefined && saysNone(section, lead)) return lead;
  return keepRows(section, list(stored), list(incoming), by, evaluation);
}

function keepRows(
  section: CompiledSection,
  stored: JsonObject[],
  incoming: JsonObject[],
  by: string,
  evaluation: Evaluation,
): Json {
  const lead = mayWrite(section, '', by) ? incoming : stored;
  return lead.map((row) => {
    const before = stored.find((other) => other.id === row.id) ?? {};
    const sent = incoming.findIndex((other) => other.id === row.id);
    return sent < 0 ? row : keepRow(section, before, incoming[sent] ?? {}, by, evaluation, sent);
  });
}

function keepRow(
  section: CompiledSection,
  stored: JsonObject,
  sent: JsonObject,
  by: string,
  evaluation: Evaluation,
  index: number,
): Json {
  const ticked = mayWrite(section, '', by) ? sent.mark : stored.mark;
  const kept = keepRecord(section, stored, sent, by, evaluation, index);
  return { id: sent.id ?? null, ...kept, ...(ticked === undefined ? {} : { mark: ticked }) };
}

type WriteTarget = {
  section: CompiledSection;
  by: string;
  evaluation: Evaluation;
  at: string;
  row: Json | undefined;
};

function keepRecord(
  section: CompiledSection,
  stored: JsonObject,
  incoming: JsonObject,
  by: string,
  evaluation: Evaluation,
  index: number | null,
): JsonObject {
  const id = section.id;
  const value = evaluation.values[id];
  const row = index === null ? value : valueAt(value, [String(index)]);
  const target = { section, by, evaluation, at: index === null ? `/${id}` : `/${id}/${index}`, row };
  return keepFields(recordSchema(section.definition), [], stored, incoming, target);
}

function keepFields(
  schema: FieldSchema,
  above: string[],
  stored: JsonObject,
  incoming: JsonObject,
  target: WriteTarget,
): JsonObject {
  const kept: JsonObject = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const value = keepField(field, [...above, name], stored[name], incoming[name], target);
    if (value !== undefined) kept[name] = value;
  }
  return { ...unknownTo(schema, incoming), ...kept };
}

/** What the schema does not name goes through to be refused by the check of its shape; a row's own keys are set apart. */
function unknownTo(schema: FieldSchema, incoming: JsonObject): JsonObject {
  const entries = Object.entries(incoming).filter(([name]) => !Object.hasOwn(schema.properties ?? {}, name));
  return Object.fromEntries(entries.filter(([name]) => name !== 'id' && name !== 'mark'));
}

function keepField(
  field: FieldSchema,
  path: string[],
  stored: Json | undefined,
  incoming: Json | undefined,
  target: WriteTarget,
): Json | undefined {
  if (field.derive !== undefined) return valueAt(target.row, path) ?? null;
  const at = pointer(...path);
  if (target.evaluation.fields[`${target.at}${at}`]?.readOnly === true) return stored;
  if (field.properties !== undefined && (isObject(stored) || isObject(incoming))) {
    const kept = keepFields(field, path, object(stored), object(incoming), target);
    return isObject(stored) || Object.keys(kept).length > 0 ? kept : undefined;
  }
  if (!mayWrite(target.section, at, target.by)) return stored;
  return withDerivedItems(field, incoming, valueAt(target.row, path));
}

/** A list as it was sent, with what is computed in its items as `evaluation` computed it. */
function withDerivedItems(
  { items }: FieldSchema,
  incoming: Json | undefined,
  evaluated: Json | undefined,
): Json | undefined {
  const derived = Object.entries(items?.properties ?? {}).filter(([, { derive }]) => derive !== undefined);
  if (derived.length === 0 || !Array.isArray(incoming)) return incoming;
  return incoming.map((item, at) =>
    isObject(item)
      ? derived.reduce<Json>(
          (kept, [name]) => withValue(kept, [name], valueAt(evaluated, [String(at), name]) ?? null),
          item,
        )
      : item,
  );
}

function withDerivedCells(
  section: CompiledSection,
  incoming: JsonObject,
  evaluation: Evaluation,
): JsonObject {
  const derived = section.items.filter((item) => item.derive !== undefined);
  if (derived.length === 0) return incoming;
  const cells = object(incoming.cells);
  const computed = derived.map((item) => [
    item.id,
    valueAt(evaluation.values[section.id], ['cells', item.id]) ?? {},
  ]);
  return { ...incoming, cells: { ...cells, ...Object.fromEntries(computed) } };
}
