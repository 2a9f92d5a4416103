import { atSection, type ResolvedAnswers } from '#core/evaluate/index.ts';
import type { Application, CompiledEdition, CompiledSection, Json, RuleData } from '#core/model/index.ts';
import { checkEnded } from './ended.ts';
import type { ProblemWords } from './locales/index.ts';
import { checkOptions } from './options.ts';
import { checkPrints } from './prints.ts';
import type { Report } from './report.ts';
import { requireAlways, requireConditional, requireItems } from './required.ts';
import { checkNone, checkRowIds, checkStrikes } from './rows.ts';
import { checkRules } from './rules.ts';
import { checkSafety } from './safety-check.ts';
import { schemaErrors } from './schema-errors.ts';
import { checkSlots } from './slots.ts';

/** Everything that is wrong in one section. What is hidden counts for nothing. */
export function checkSection(
  edition: CompiledEdition,
  section: CompiledSection,
  resolved: ResolvedAnswers,
  application: Application,
  words: ProblemWords,
  report: Report,
): void {
  const value = resolved.values[section.id];
  if (value === undefined) return;
  const data = atSection(resolved, section.id);
  checkAnswers(section, value, resolved, data, words, report);
  checkOptions(edition, section, resolved, data, report);
  checkEnded(edition, section, resolved, report);
  checkRowIds(section, value, report);
  checkNone(section, application.sections[section.id], report, words);
  checkSlots(section, resolved, data, report);
  checkPrints(edition, section, resolved, application, report);
  checkSafety(edition, section, resolved, application, report);
  checkStrikes(section, resolved, application.strikes, report);
  checkRules(section, resolved, data, report);
}

/** The fast path is one call; only where it fails the second pass finds out why. */
function checkAnswers(
  section: CompiledSection,
  value: Json,
  resolved: ResolvedAnswers,
  data: RuleData,
  words: ProblemWords,
  report: Report,
): void {
  const missing = (segments: string[]): void => report.add({ section, value, segments, code: 'required' });
  const accepted = section.accepts(value);
  if (!accepted) {
    requireAlways(section, value, missing);
    for (const finding of schemaErrors(section, value, words)) report.add(finding);
  }
  requireConditional(section, resolved, data, missing);
  requireItems(section, resolved, data, !accepted, missing);
}
