import { evaluating } from '#core/compile/index.ts';
import {
  type Evaluation,
  fieldWithLogic,
  itemPreset,
  itemSegments,
  maySeeAt,
  optionsOf,
  presets,
  reasonAgainst,
} from '#core/evaluate/index.ts';
import { asObject, isObject, segmentsOf, valueAt } from '#core/json/index.ts';
import type { CompiledCategory, CompiledEdition, JsonObject } from '#core/model/index.ts';
import { evaluationIn, follow, problemsIn, type Session } from '#core/validate/index.ts';
import type { FieldState, Live, LiveEngine, Offered } from './live.ts';

/**
 * Binds the engine's core to one category, in the words that forms ask in; what these roles may not see is hidden. Throws where
 * the edition lacks it.
 */
export function createEngine(edition: CompiledEdition, categoryId: string, roles?: string[]): LiveEngine {
  const category = edition.categories[categoryId];
  if (!category) throw new Error(`edition ${edition.hash} has no category ${categoryId}`);
  let session: Session | null = null;
  return {
    live: (application, facts) => {
      session = follow(session, edition, application, facts);
      return seenBy(category, roles, liveOf(edition, category, session));
    },
    explain: async (application, facts, path) =>
      (await import('./reasons.ts')).reasonsOf(edition, category, application, facts, path),
    itemPreset: (application, facts, path) => itemPreset(edition, path, application, facts),
    presets: (application, facts, section) => presets(edition, categoryId, section, application, facts),
  };
}

function seenBy(category: CompiledCategory, roles: string[] | undefined, live: Live): Live {
  if (roles === undefined) return live;
  const sees = (path: string): boolean => {
    const [id = '', field] = segmentsOf(path);
    const section = category.bySection[id];
    return section === undefined || maySeeAt(section, field, roles);
  };
  return {
    ...live,
    sectionVisible: (section) => sees(`/${section}`) && live.sectionVisible(section),
    field: (path, listed) =>
      sees(path) ? live.field(path, listed) : { visible: false, required: false, readOnly: true },
    problems: live.problems.filter(({ path }) => sees(path)),
  };
}

function liveOf(edition: CompiledEdition, category: CompiledCategory, session: Session): Live {
  const evaluation = evaluationIn(session);
  const problems = problemsIn(session);
  const { sections, slots, fields, values } = evaluation;
  return {
    sectionVisible: (section) => sections[section]?.visible ?? false,
    sectionLocked: (section) => sections[section]?.readOnly ?? false,
    field: (path, listed) => fieldStateAt(edition, category, evaluation, path, listed),
    slot: (section, slot, row) => slots[[section, row, slot].filter(Boolean).join('/')] ?? HIDDEN,
    item: (section, item) => fields[`/${section}/cells/${item}`] ?? itemAt(category, section, item),
    values,
    problems: problems.filter(({ section }) => sections[section ?? '']?.readOnly !== true),
  };
}

const HIDDEN = { visible: false, required: false };

const itemAt = (category: CompiledCategory, section: string, item: string) => ({
  visible: true,
  required: category.bySection[section]?.items.find(({ id }) => id === item)?.required ?? false,
});

function fieldStateAt(
  edition: CompiledEdition,
  category: CompiledCategory,
  evaluation: Evaluation,
  path: string,
  listed: boolean,
): FieldState {
  const state = evaluation.fields[path] ?? { visible: true, required: listed, readOnly: false };
  const options = offered(edition, category, evaluation, path);
  return options ? { ...state, options } : state;
}

/** What a field offers here, and why some of it cannot be chosen; undefined where that does not depend on anything. */
function offered(
  edition: CompiledEdition,
  category: CompiledCategory,
  evaluation: Evaluation,
  path: string,
): Offered[] | undefined {
  const [, id = '', ...rest] = path.split('/');
  const section = category.bySection[id];
  if (!section) return undefined;
  const isRow = section.definition.kind === 'table';
  const { field, list, at } = fieldWithLogic(section, isRow ? rest.slice(1) : rest) ?? {};
  if (!field || (!field.options && field.disabled.length === 0)) return undefined;
  const data = {
    ...evaluation.data,
    section: evaluation.values[id] ?? null,
    ...(isRow ? rowData(evaluation, id, Number(rest[0])) : {}),
    ...(list && {
      item: asObject(
        valueAt(evaluation.values[id], itemSegments(isRow ? Number(rest[0]) : null, list.segments, at ?? 0)),
      ),
    }),
  };
  return optionsOf(edition, field, data).map((option) => {
    const reason = evaluating(edition.scope, () => reasonAgainst(field, option, data));
    return { value: option.code, ...(reason !== undefined && { reason }) };
  });
}

function rowData(evaluation: Evaluation, section: string, index: number): JsonObject {
  const rows = evaluation.values[section];
  const row = Array.isArray(rows) ? rows[index] : undefined;
  return isObject(row) ? { row, index } : {};
}
