import {
  atItem,
  atNoRow,
  atNoSection,
  atRecord,
  eachItem,
  eachRecord,
  itemSegments,
  type ResolvedAnswers,
} from '#core/evaluate/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { CompiledRule, CompiledSection, Json, RuleData } from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import type { Report } from './report.ts';

/** The rules of a section: once, for each row, for each item of a list in a record. */
export function checkRules(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  data: RuleData,
  report: Report,
): void {
  if (section.rules.length === 0) return;
  const { rules, rowRules, itemRules } = section.plan;
  const id = section.id;
  const value = resolved.values[id];
  atNoRow(data);
  for (const rule of rules) {
    if (isBroken(rule, data)) add(rule, section, value, [], report);
  }
  if (rowRules.length === 0 && itemRules.length === 0) return;
  eachRecord(section, value, (record, index) => {
    atRecord(data, resolved, id, record, index);
    for (const rule of rowRules) {
      if (isBroken(rule, data)) add(rule, section, value, [String(index)], report);
    }
    for (const rule of itemRules) {
      const list = segmentsOf(rule.definition.list ?? '');
      eachItem(record, list, (item, at) => {
        atItem(data, item);
        if (isBroken(rule, data)) add(rule, section, value, itemSegments(index, list, at), report);
      });
      atItem(data, null);
    }
  });
}

function add(
  rule: CompiledRule,
  section: CompiledSection,
  value: Json | undefined,
  above: string[],
  report: Report,
): void {
  const segments = [...above, ...segmentsOf(rule.definition.at ?? '')];
  report.add({ section, value, segments, ...problemOf(rule) });
}

/** Rules of the whole form; their `at` begins with a section. */
export function checkFormRules(
  rules: readonly CompiledRule[],
  resolved: ResolvedAnswers,
  report: Report,
): void {
  const data = atNoSection(resolved);
  for (const rule of rules) if (isBroken(rule, data)) addOfForm(rule, resolved, report);
}

function addOfForm(rule: CompiledRule, resolved: ResolvedAnswers, report: Report): void {
  const { bySection, sections } = resolved.category;
  const [id = '', ...segments] = segmentsOf(rule.definition.at ?? '');
  const section = bySection[id] ?? sections[0];
  if (section === undefined)
    throw new Error(`Rule '${rule.definition.id}' stands in a form without sections`);
  report.add({ section, value: resolved.values[section.id], segments, ...problemOf(rule) });
}

function problemOf({ definition }: CompiledRule) {
  const { id, message, severity, source } = definition;
  return { code: 'rule', rule: id, message, severity, source };
}

/** Only true passes; a rule that cannot be computed fails, and applies where its `when` cannot be computed. */
function isBroken(rule: CompiledRule, data: RuleData): boolean {
  return applies(rule, data) && !passes(rule, data);
}

/** A rule applies where its condition holds, or cannot be computed. */
export function applies({ when }: CompiledRule, data: RuleData): boolean {
  if (when === undefined) return true;
  try {
    return truthy(when.run(data));
  } catch {
    return true;
  }
}

export function passes({ require }: CompiledRule, data: RuleData): boolean {
  try {
    return require.run(data) === true;
  } catch {
    return false;
  }
}
