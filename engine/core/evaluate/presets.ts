import { categoryOf, evaluating, inputKey, sectionOf } from '#core/compile/index.ts';
import { asObject, withValue } from '#core/json/index.ts';
import type {
  Application,
  CompiledEdition,
  CompiledSection,
  Facts,
  JsonObject,
  RuleData,
} from '#core/model/index.ts';
import { resolveAnswers } from './resolve/index.ts';
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
    presetRecord(section, { ...data, section: values[sectionId] ?? null }),
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
  return section === undefined ? {} : evaluating(edition.scope, () => presetRecord(section, data));
}

function marksOf(section: CompiledSection, ticked: boolean | undefined): JsonObject {
  return ticked === undefined ? {} : Object.fromEntries(section.items.map((item) => [item.id, ticked]));
}

function presetRecord(section: CompiledSection, data: RuleData): JsonObject {
  let record: JsonObject = {};
  for (const field of section.fields) {
    if (field.preset === undefined) continue;
    const value = compute(field.preset, data, [], () => ({ at: field.path, what: 'preset' }));
    if (value !== null) record = asObject(withValue(record, field.segments, value));
  }
  return record;
}
