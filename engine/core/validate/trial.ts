import { interpret } from '#core/compile/index.ts';
import {
  atItem,
  atNoSection,
  atRecord,
  atSection,
  eachItem,
  eachRecord,
  type ResolvedAnswers,
  resolveAnswers,
} from '#core/evaluate/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type {
  Application,
  CompiledEdition,
  CompiledRule,
  CompiledSection,
  Facts,
  Json,
  Logic,
  RuleData,
  RuleDefinition,
} from '#core/model/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { applies, passes } from './rules.ts';

/** What a rule makes of answers, or of one row or item of them, with the values of the terms that were asked for. */
type Trial = {
  row: number | null;
  item: number | null;
  applies: boolean;
  holds: boolean;
  values: Json[];
};

/** A rule that may not stand in the edition yet; without a section it is one of the whole form. */
type Tried = {
  rule: Pick<RuleDefinition, 'per' | 'list' | 'when' | 'require'>;
  section: string | undefined;
  terms: readonly Logic[];
};

/** Carries a rule out on an application: once, or for each row or item. What cannot be computed counts as in a check. */
export function tryRule(
  edition: CompiledEdition,
  tried: Tried,
  application: Application,
  facts: Facts,
): Trial[] {
  const trials: Trial[] = [];
  const resolved = resolveAnswers(edition, application, facts);
  eachTurn(tried, resolved, (data, row, item) => trials.push({ row, item, ...tryOn(tried, data, edition) }));
  return trials;
}

function tryOn({ rule, terms }: Tried, data: RuleData, { scope }: CompiledEdition) {
  const { when, require } = rule;
  const condition = when === undefined ? undefined : interpret(when, data, scope);
  return {
    applies: condition === undefined || condition.trace.error !== undefined || truthy(condition.value),
    holds: interpret(require, data, scope).value === true,
    values: terms.map((logic) => interpret(logic, data, scope).value),
  };
}

type Visit = (data: RuleData, row: number | null, item: number | null) => void;

/** Points the data at everything about which the rule says something. */
function eachTurn(
  { rule, section }: Pick<Tried, 'rule' | 'section'>,
  resolved: ResolvedAnswers,
  visit: Visit,
): void {
  const own = section === undefined ? undefined : resolved.category.bySection[section];
  if (!own) visit(atNoSection(resolved), null, null);
  else if (rule.per === 'row' || rule.per === 'item') eachPart(rule, own, resolved, visit);
  else visit(atSection(resolved, own.id), null, null);
}

function eachPart(
  { per, list = '' }: Tried['rule'],
  own: CompiledSection,
  resolved: ResolvedAnswers,
  visit: Visit,
): void {
  const data = atSection(resolved, own.id);
  eachRecord(own, resolved.values[own.id], (record, row) => {
    atRecord(data, resolved, own.id, record, row);
    if (per === 'row') visit(data, row, null);
    else
      eachItem(record, segmentsOf(list), (one, item) => {
        atItem(data, one);
        visit(data, row, item);
      });
  });
}

/** A rule that applies to answers: by its section (null: the whole form) and id, and whether its message is shown. */
type Reached = { section: string | null; rule: string; broken: boolean };

/**
 * The rules that apply to an application, once for each row or item to which they do: all of them, or those that are
 * asked for. What is hidden counts for nothing.
 */
export function rulesReached(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  isAsked: (one: Pick<Reached, 'section' | 'rule'>) => boolean = () => true,
): Reached[] {
  const resolved = resolveAnswers(edition, application, facts);
  const found: Reached[] = [];
  const visit = (rules: readonly CompiledRule[], section: string | null) => {
    for (const rule of rules.filter(({ definition }) => isAsked({ section, rule: definition.id })))
      eachTurn({ rule: rule.definition, section: section ?? undefined }, resolved, (data) => {
        if (applies(rule, data))
          found.push({ section, rule: rule.definition.id, broken: !passes(rule, data) });
      });
  };
  const { sections, rules } = resolved.category;
  for (const { id, rules: own } of sections) if (resolved.values[id] !== undefined) visit(own, id);
  visit(rules, null);
  return found;
}
