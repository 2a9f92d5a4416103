import { categoryOf, evaluating, evaluatingAnew } from '#core/compile/index.ts';
import { saysNone } from '#core/form/index.ts';
import type {
  Application,
  CompiledCategory,
  CompiledEdition,
  CompiledSection,
  CompiledStep,
  Facts,
  Json,
  JsonObject,
} from '#core/model/index.ts';
import { countFiles } from '../file-counts.ts';
import { storedOrEmpty } from '../records.ts';
import { ruleData } from '../rule-data.ts';
import type { ResolvedAnswers } from './resolved.ts';
import { atNoSection } from './scope.ts';
import { runAll } from './steps/index.ts';

/** What the form of an event reads besides its own input. */
export type CaseScope = { application: JsonObject; desk?: string };

/** `resolveCategory` for the application's own category. Throws when the edition does not have it. */
export function resolveAnswers(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
): ResolvedAnswers {
  return resolveCategory(edition, categoryOf(edition, application.category), application, facts);
}

/**
 * Runs every visibility condition and every derivation once, in dependency order. What was filled in is never
 * changed: values are shared with it, and copied along the way only where something is taken out or put in.
 */
export function resolveCategory(
  edition: CompiledEdition,
  category: CompiledCategory,
  application: Application,
  facts: Facts,
  caseScope?: CaseScope,
): ResolvedAnswers {
  const resolved = unresolved(edition, category, application, facts, caseScope);
  runSteps(resolved, category.steps);
  return resolved;
}

/** The answers before any step has run. */
export function unresolved(
  edition: CompiledEdition,
  category: CompiledCategory,
  application: Application,
  facts: Facts,
  caseScope?: CaseScope,
): ResolvedAnswers {
  const values: JsonObject = {};
  for (const section of category.sections) values[section.id] = startOf(section, application);
  const counts = countFiles(application.files);
  const data = ruleData(edition, facts, {
    ...{ application: values, files: counts.bySection, ...caseScope },
    ...(Object.hasOwn(edition.categories, application.category) && { category: application.category }),
  });
  return {
    category,
    scope: edition.scope,
    values,
    hidden: new Map(),
    errors: [],
    counts,
    data,
    ended: facts.ended ?? {},
    fresh: new Set(),
    revisions: new Map(),
    ...writtenAnswers(edition, application, facts),
    fed: null,
    outcomes: null,
  };
}

/** Of an edition in another language: the same answers under the edition as it is written, resolved when somebody first asks. */
export function writtenAnswers(
  { written }: CompiledEdition,
  application: Application,
  facts: Facts,
): Pick<ResolvedAnswers, 'written'> {
  if (written === undefined) return {};
  let known: ResolvedAnswers | undefined;
  return {
    written: () => {
      known ??= resolveAnswers(written, application, facts);
      return known;
    },
  };
}

/** What the steps of a section begin with: its stored value, or what an untouched one holds. */
export function startOf(section: CompiledSection, { sections }: Application): Json {
  const stored = sections[section.id];
  return storedOrEmpty(saysNone(section, stored) ? null : stored, section.kind);
}

/** Runs steps, one after the other. */
export function runSteps(resolved: ResolvedAnswers, steps: readonly CompiledStep[]): void {
  const { values, data, scope, category } = resolved;
  const running = category.isCircular ? evaluatingAnew : evaluating;
  running(scope, () => {
    data.input = values.input ?? null;
    runAll(category, steps, resolved);
  });
  atNoSection(resolved);
}
