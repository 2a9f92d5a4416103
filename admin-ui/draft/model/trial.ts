import { logicOf, logicOfTerm, type Row, rowOf, type Term, viewOf } from '#core/builder/index.ts';
import { compileEdition, interpretedValidators, readPaths } from '#core/compile/index.ts';
import type {
  CaseDefinition,
  CompiledEdition,
  Definition,
  Json,
  Logic,
  RuleDefinition,
} from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { condition, nameOf, type SentenceScope, sentence } from '#core/sentence/index.ts';
import { openCase, tryRule } from '#core/validate/index.ts';

/** A part of a rule with what it came to. */
type TriedTerm = { sentence: string; isCondition: boolean; value: Json; path?: string };

/** What a rule makes of an example, of its rows where it is about rows. */
export type TriedRule = { row: number | null; applies: boolean; holds: boolean; terms: TriedTerm[] };

type Part = Omit<TriedTerm, 'value'> & { logic: Logic };

/** An edition that examples can be tried on. Throws where its definition does not hold. */
export function tryable(definition: Definition): CompiledEdition {
  return compileEdition(definition, { validators: interpretedValidators(), routes: compileRoute });
}

/** Carries a rule out on an example, with the value of every condition and term in it. */
export function tryOnExample(
  edition: CompiledEdition,
  example: CaseDefinition,
  rule: RuleDefinition,
  scope: SentenceScope,
  locale: string,
): TriedRule[] {
  const parts = [rule.when, rule.require].flatMap((logic) =>
    logic === undefined ? [] : partsOf(rowOf(logic), scope, locale),
  );
  const { application, facts } = openCase(edition, example, edition.definition.cases);
  const tried = { rule, section: scope.section?.id, terms: parts.map(({ logic }) => logic) };
  return tryRule(edition, tried, application, facts).map(({ row, applies, holds, values }) => ({
    ...{ row, applies, holds },
    terms: parts.map(({ logic: _logic, ...part }, index) => ({ ...part, value: values[index] ?? null })),
  }));
}

/** Each condition, followed by what it reads. */
function partsOf(row: Row, scope: SentenceScope, locale: string): Part[] {
  if (row.kind === 'group') return row.rows.flatMap((one) => partsOf(one, scope, locale));
  const logic = logicOf(row);
  const own = { logic, sentence: condition(logic, scope, locale), isCondition: true };
  const view = viewOf(row);
  if (!view) return [own, ...readIn(logic, scope, locale)];
  const terms = [view.subject, ...(view.object ? [view.object] : [])];
  return [own, ...terms.flatMap((term) => termParts(term, scope, locale))];
}

function termParts(term: Term, scope: SentenceScope, locale: string): Part[] {
  if (term.kind === 'value') return [];
  const logic = logicOfTerm(term);
  if (term.kind === 'locked') return readIn(logic, scope, locale);
  const path = term.kind === 'read' ? { path: term.path } : {};
  const own = { logic, sentence: sentence(logic, scope, locale), isCondition: false, ...path };
  return term.kind === 'call' ? [own, ...term.args.flatMap((one) => termParts(one, scope, locale))] : [own];
}

/** What is read by its place; inside of lists there is no single value. */
function readIn(logic: Logic, scope: SentenceScope, locale: string): Part[] {
  return readPaths(logic)
    .filter((path) => !path.includes('*'))
    .map((path) => ({ logic: { var: path }, sentence: nameOf(path, scope, locale), isCondition: false }));
}
