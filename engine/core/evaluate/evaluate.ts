import { categoryOf, evaluating } from '#core/compile/index.ts';
import type {
  Application,
  CompiledEdition,
  CompiledSection,
  Facts,
  JsonObject,
  RuleData,
} from '#core/model/index.ts';
import { partDeciding } from './part-deciding.ts';
import { atNoSection, type ResolvedAnswers, resolveAnswers, resolveCategory } from './resolve/index.ts';
import type { EvaluationError } from './run.ts';
import { type FieldState, type SectionState, type SlotState, sectionState, sectionStates } from './states.ts';

/** What the rules of an edition make of an application. */
export type Evaluation = {
  category: string;
  /** The answers by section: hidden ones left out, derived ones put in. */
  values: JsonObject;
  sections: Record<string, SectionState>;
  /** Fields with a condition by pointer (`/section/path`, `/section/index/path`, `/section/cells/item`). */
  fields: Record<string, FieldState>;
  /** Slots by `section/slot` or `section/row/slot`. */
  slots: Record<string, SlotState>;
  /** What rules read, with no section or row chosen. */
  data: RuleData;
  /**
   * What could not be computed, at most a thousand. Such a condition counts as no, such a derived value is null. What
   * was cut because it takes too much asks and locks besides, and blocks where it would have shown or derived something.
   */
  errors: EvaluationError[];
};

/**
 * Computes what is visible, required, read-only and derived. Pure: the application is not changed.
 * Throws when the edition does not have the application's category.
 */
export function evaluate(edition: CompiledEdition, application: Application, facts: Facts): Evaluation {
  return evaluating(edition.scope, () => evaluationOf(resolveAnswers(edition, application, facts)));
}

/**
 * `evaluate` as far as it decides about one section: its own values and states alone, with nothing computed but what
 * leads there.
 */
export function evaluateSection(
  edition: CompiledEdition,
  section: CompiledSection,
  application: Application,
  facts: Facts,
): Evaluation {
  const part = partDeciding(categoryOf(edition, application.category), section, edition.scope);
  return evaluating(edition.scope, () =>
    stated(resolveCategory(edition, part, application, facts), [section]),
  );
}

/**
 * `evaluate` of answers that are resolved already, or of some sections of them. Errors found in them later are not part
 * of this evaluation.
 */
export function evaluationOf(
  resolved: ResolvedAnswers,
  stating: readonly CompiledSection[] = resolved.category.sections,
): Evaluation {
  return evaluating(resolved.scope, () => stated(resolved, stating));
}

function stated(resolved: ResolvedAnswers, stating: readonly CompiledSection[]): Evaluation {
  const sections: Evaluation['sections'] = {};
  const fields: Evaluation['fields'] = {};
  const slots: Evaluation['slots'] = {};
  for (const section of stating) {
    sections[section.id] = sectionState(section, resolved);
    sectionStates(section, resolved, fields, slots);
  }
  atNoSection(resolved);
  const { category, values, data, errors } = resolved;
  return { category: category.definition.id, values, sections, fields, slots, data, errors: [...errors] };
}
