import { atSection, type ResolvedAnswers } from '#core/evaluate/index.ts';
import type { Application, CompiledEdition, CompiledSection, Json, RuleData } from '#core/model/index.ts';
import { checkingCharacters } from './characters/index.ts';
import { checkEnded } from './ended.ts';
import { type ProblemWords, problemWords } from './locales/index.ts';
import { checkingOptions } from './options.ts';
import { checkPrints } from './prints.ts';
import type { Report } from './report.ts';
import { requireAlways, requireItems, requiringConditional } from './required.ts';
import { checkNone, checkRowIds, checkStrikes } from './rows.ts';
import { checkRules } from './rules.ts';
import { checkSafety } from './safety-check.ts';
import { schemaErrors } from './schema-errors.ts';
import { checkSlots } from './slots.ts';

/** An application that is checked, and what is the same for all of its sections. */
type Checking = {
  edition: CompiledEdition;
  application: Application;
  resolved: ResolvedAnswers;
  words: ProblemWords;
  report: Report;
  /** Some code has ended since the edition was published. */
  isOlder: boolean;
  /** Some file waits for the safety check, or was found infected. */
  isHeld: boolean;
};

/** What an application's sections are checked with. */
export function checkingOf(
  edition: CompiledEdition,
  application: Application,
  resolved: ResolvedAnswers,
  report: Report,
): Checking {
  return {
    edition,
    application,
    resolved,
    words: problemWords(edition.definition.programme.locale),
    report,
    isOlder: Object.keys(resolved.ended).length > 0,
    isHeld: application.files.some(({ state }) => state !== undefined),
  };
}

/** A check of a section's answers; `data` are what rules read there; `accepted`: its schema has accepted them. */
type Check = (
  section: CompiledSection,
  value: Json,
  data: RuleData,
  checking: Checking,
  accepted: boolean,
) => void;

/** Everything that is wrong in one section. What is hidden counts for nothing. */
export function checkSection(section: CompiledSection, checking: Checking): void {
  const value = checking.resolved.values[section.id];
  if (value === undefined) return;
  const data = atSection(checking.resolved, section.id);
  const accepted = section.accepts(value);
  for (const check of checksOf(section)) check(section, value, data, checking, accepted);
}

const CHECKS = new WeakMap<CompiledSection, readonly Check[]>();

/** The checks that may find something in a section, in their order: found once, from what the section has. */
function checksOf(section: CompiledSection): readonly Check[] {
  const known = CHECKS.get(section);
  if (known !== undefined) return known;
  const { plan, slots, rules, kind, shape } = section;
  const inTable = kind === 'table';
  const checks = [
    answersOf(section),
    ...optionsOf(section),
    charactersOf(section),
    ended,
    ...(inTable ? [rowIds] : []),
    ...(inTable && shape.none !== undefined ? [none] : []),
    ...(slots.length > 0 ? [evidence] : []),
    ...(plan.prints.length > 0 ? [prints] : []),
    ...(slots.length > 0 ? [safety] : []),
    ...(inTable ? [strikes] : []),
    ...(rules.length > 0 ? [ownRules] : []),
  ];
  CHECKS.set(section, checks);
  return checks;
}

function optionsOf(section: CompiledSection): Check[] {
  const checking = checkingOptions(section);
  if (checking === undefined) return [];
  return [
    (_section, _value, data, { edition, resolved, report }) => checking(edition, resolved, data, report),
  ];
}

function charactersOf(of: CompiledSection): Check {
  const checking = checkingCharacters(of);
  return (_section, value, _data, { report, words }, accepted) => checking(value, accepted, report, words);
}

const ended: Check = (section, _value, _data, { edition, resolved, report, isOlder }) => {
  if (isOlder) checkEnded(edition, section, resolved, report);
};

const rowIds: Check = (section, value, _data, { report }) => checkRowIds(section, value, report);

const none: Check = (section, _value, _data, { application, report, words }) =>
  checkNone(section, application.sections[section.id], report, words);

const evidence: Check = (section, _value, data, { resolved, report }) =>
  checkSlots(section, resolved, data, report);

const prints: Check = (section, _value, _data, { edition, resolved, application, report }) =>
  checkPrints(edition, section, resolved, application, report);

const safety: Check = (section, _value, _data, { edition, resolved, application, report, isHeld }) => {
  if (isHeld) checkSafety(edition, section, resolved, application, report);
};

const strikes: Check = (section, _value, _data, { resolved, application, report }) =>
  checkStrikes(section, resolved, application.strikes, report);

const ownRules: Check = (section, _value, data, { resolved, report }) =>
  checkRules(section, resolved, data, report);

/** The fast path is one call; only where it fails the second pass finds out why. */
function answersOf(of: CompiledSection): Check {
  const conditional = requiringConditional(of);
  return (section, value, data, { resolved, report }, accepted) => {
    const missing = (segments: string[]): void => report.add({ section, value, segments, code: 'required' });
    if (!accepted) {
      requireAlways(section, value, missing);
      for (const finding of schemaErrors(section, value)) report.add(finding);
    }
    if (conditional !== undefined) conditional(resolved, data, missing);
    if (section.items.length > 0) requireItems(section, resolved, data, !accepted, missing);
  };
}
