import type { Application, CompiledEdition, Facts } from '#core/model/index.ts';
import { openCase, rulesReached } from '#core/validate/index.ts';
import type { ChangedRule } from './changed-rules.ts';

/** As much of a rule as is needed to find it again. */
export type WatchedRule = Pick<ChangedRule, 'key' | 'section' | 'rule' | 'forms'>;

/** Which of the rules apply to an application, by their keys. */
export function reachedOf(
  edition: CompiledEdition,
  rules: readonly WatchedRule[],
  application: Application,
  facts: Facts,
): string[] {
  const own = rules.filter(({ forms }) => forms.some(({ id }) => id === application.category));
  if (own.length === 0) return [];
  const isOf = (rule: WatchedRule, one: { section: string | null; rule: string }) =>
    rule.section === one.section && rule.rule === one.rule;
  const reached = rulesReached(edition, application, facts, (one) => own.some((rule) => isOf(rule, one)));
  return own.filter((rule) => reached.some((one) => isOf(rule, one))).map(({ key }) => key);
}

/** The rules that no example of the edition reaches. */
export function unreachedByCases(edition: CompiledEdition, rules: readonly ChangedRule[]): ChangedRule[] {
  const { cases } = edition.definition;
  let open = [...rules];
  for (const example of cases) {
    if (open.length === 0) break;
    if (!open.some(({ forms }) => forms.some(({ id }) => id === example.category))) continue;
    const { application, facts } = openCase(edition, example, cases);
    const reached = new Set(reachedOf(edition, open, application, facts));
    open = open.filter(({ key }) => !reached.has(key));
  }
  return open;
}
