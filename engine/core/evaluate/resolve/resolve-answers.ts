import { categoryOf, evaluating } from '#core/compile/index.ts';
import { saysNone } from '#core/form/index.ts';
import type { Application, CompiledCategory, CompiledEdition, Facts, JsonObject } from '#core/model/index.ts';
import { countFiles } from '../file-counts.ts';
import type { Hidden } from '../hidden.ts';
import { storedOrEmpty } from '../records.ts';
import { ruleData } from '../rule-data.ts';
import type { ResolvedAnswers } from './resolved.ts';
import { atNoSection } from './scope.ts';
import { runStep } from './steps/index.ts';

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
  const values: JsonObject = {};
  for (const section of category.sections) {
    const stored = application.sections[section.id];
    values[section.id] = storedOrEmpty(saysNone(section, stored) ? null : stored, section.kind);
  }
  const counts = countFiles(application.files);
  const data = ruleData(edition, facts, { application: values, files: counts.bySection, ...caseScope });
  const hidden: Hidden = new Map();
  const resolved: ResolvedAnswers = {
    category,
    scope: edition.scope,
    values,
    hidden,
    errors: [],
    counts,
    data,
    ended: facts.ended ?? {},
    fresh: new Set(),
    revisions: new Map(),
    ...(edition.written && { written: writtenOnce(edition.written, application, facts) }),
  };
  evaluating(edition.scope, () => runSteps(resolved));
  atNoSection(resolved);
  return resolved;
}

/** Resolved when somebody first asks. */
function writtenOnce(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
): () => ResolvedAnswers {
  let known: ResolvedAnswers | undefined;
  return () => {
    known ??= resolveAnswers(edition, application, facts);
    return known;
  };
}

function runSteps(resolved: ResolvedAnswers): void {
  const { category, values, data } = resolved;
  data.input = values.input ?? null;
  for (const step of category.steps) {
    runStep(step, resolved);
    data.input = values.input ?? null;
  }
}
