import { pointer } from '#core/json/index.ts';
import type { Logic } from '#core/model/index.ts';
import type { Data } from '../shapes/data.ts';

/** What an expression is for: a condition that may hold, a statement that must hold whatever else does, or a value. */
type LogicUse = 'condition' | 'require' | 'value';

/** One expression with everything that it may read. `pointer` runs into the definition. */
export type LogicSite = { logic: Logic; pointer: string; data: Data; use: LogicUse };

/** The keywords of conditions, on fields as on slots and items. */
export const CONDITIONS = ['visibleWhen', 'requiredWhen', 'readOnlyWhen'] as const;

/** The expressions that are there, of those that may be. */
export function present(sites: (Omit<LogicSite, 'logic'> & { logic: Logic | undefined })[]): LogicSite[] {
  return sites.flatMap((site) => (site.logic === undefined ? [] : [{ ...site, logic: site.logic }]));
}

type Ruled = { when?: Logic; require: Logic; per?: 'section' | 'row' | 'item'; list?: string };

/** The expressions of a list of rules; each rule may read what `dataFor` says of it. */
export function ofRules(rules: Ruled[] | undefined, at: string, dataFor: (rule: Ruled) => Data): LogicSite[] {
  return (rules ?? []).flatMap((rule, index) =>
    present([
      { logic: rule.when, pointer: at + pointer(index, 'when'), use: 'condition', data: dataFor(rule) },
      {
        logic: rule.require,
        pointer: at + pointer(index, 'require'),
        use: rule.when === undefined ? 'require' : 'value',
        data: dataFor(rule),
      },
    ]),
  );
}
