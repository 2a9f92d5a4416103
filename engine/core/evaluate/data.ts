import type { CompiledEdition, Facts, JsonObject, RuleData } from '#core/model/index.ts';
import type { FileCounts } from './file-counts.ts';

/** What rules read, before a section or a row is chosen: the names of the definition language, section 6. */
export function ruleData(
  edition: CompiledEdition,
  values: JsonObject,
  facts: Facts,
  counts: FileCounts,
): RuleData {
  const state = facts.case ?? {};
  return {
    application: values,
    applicant: facts.applicant,
    unit: facts.unit,
    desks: facts.desks,
    desk: state.desk ?? null,
    subtree: facts.subtree ?? {},
    files: counts.bySection,
    cycle: { ...facts.cycle, facts: edition.definition.edition.facts ?? {} },
    now: facts.now,
    case: state,
    section: null,
    row: null,
    index: null,
    slots: {},
    option: null,
    column: null,
    cells: {},
    input: null,
  };
}
