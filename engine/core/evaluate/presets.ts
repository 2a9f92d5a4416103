import { categoryOf, evaluating, inputKey, sectionOf } from '#core/compile/index.ts';
import { asObject, segmentsOf, valueAt, withValue } from '#core/json/index.ts';
import type {
  Application,
  CompiledEdition,
  CompiledField,
  CompiledLogic,
  CompiledSection,
  Facts,
  Json,
  JsonObject,
  RuleData,
} from '#core/model/index.ts';
import { atRecord, atSection, resolveAnswers } from './resolve/index.ts';
import { compute } from './run.ts';

/**
 * What a new record starts with: a form's record, a table's row (without its id), an untouched grid.
 * What cannot be computed is left out. Throws when the category or the section is not there.
 */
export function presets(
  edition: CompiledEdition,
  category: string,
  sectionId: string,
  application: Application,
  facts: Facts,
): JsonObject {
  const section = sectionOf(categoryOf(edition, category), sectionId);
  const { data, values } = resolveAnswers(edition, { ...application, category }, facts);
  const ticked = section.definition.mark?.default;
  if (section.kind === 'grid') return { cells: {}, marks: marksOf(section, ticked), own: [] };
  const record = evaluating(edition.scope, () =>
    presetRecord(section.fields, { ...data, section: values[sectionId] ?? null }),
  );
  return section.kind === 'table' && ticked !== undefined ? { ...record, mark: ticked } : record;
}

/**
 * What the form of an event starts with; `data` is what rules read of the case, or outside any. What cannot be computed
 * is left for the person. Nothing where the route has no such event.
 */
export function inputPresets(
  edition: CompiledEdition,
  route: string,
  event: string,
  data: RuleData,
): JsonObject {
  const section = edition.inputs[inputKey(route, event)]?.bySection.input;
  return section === undefined ? {} : evaluating(edition.scope, () => presetRecord(section.fields, data));
}

function marksOf(section: CompiledSection, ticked: boolean | undefined): JsonObject {
  return ticked === undefined ? {} : Object.fromEntries(section.items.map((item) => [item.id, ticked]));
}

/**
 * What a new item of a list starts with; `at` is a pointer from the section to the list: `/work/0/milestones`. Undefined
 * where nothing is given. Throws as `presets` does.
 */
export function itemPreset(
  edition: CompiledEdition,
  at: string,
  application: Application,
  facts: Facts,
): Json | undefined {
  const [id = '', ...path] = segmentsOf(at);
  const section = sectionOf(categoryOf(edition, application.category), id);
  const isRow = section.kind === 'table';
  const list = section.lists.find(
    ({ segments }) => segments.join() === (isRow ? path.slice(1) : path).join(),
  );
  if (list === undefined) return undefined;
  const resolved = resolveAnswers(edition, application, facts);
  const data = atSection(resolved, id);
  const row = isRow ? asObject(valueAt(resolved.values, [id, path[0] ?? ''])) : {};
  atRecord(data, resolved, id, row, isRow ? Number(path[0]) : null);
  const first = (): Json =>
    list.preset === undefined ? presetRecord(list.fields, data) : presetOf(list.preset, list.path, data);
  return evaluating(edition.scope, first) ?? undefined;
}

function presetOf(logic: CompiledLogic, at: string, data: RuleData): Json {
  return compute(logic, data, [], () => ({ at, what: 'preset' }));
}

function presetRecord(fields: CompiledField[], data: RuleData): JsonObject {
  let record: JsonObject = {};
  for (const field of fields) {
    if (field.preset === undefined) continue;
    const value = presetOf(field.preset, field.path, data);
    if (value !== null) record = asObject(withValue(record, field.segments, value));
  }
  return record;
}
