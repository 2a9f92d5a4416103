import type { EagerOperator } from './operator.ts';
import { child } from './paths.ts';
import { RuleError } from './rule-error.ts';

/** A computed key: `{ "get": [ { "var": "application.limits" }, { "var": "row.kind" } ] }`. */
export const get: EagerOperator = {
  name: 'get',
  arity: [2, 2],
  params: ['any', 'any'],
  returns: 'any',
  apply: ([value, key]) => {
    if (key === null || key === undefined) return null;
    if (typeof key === 'object' || typeof key === 'boolean')
      throw new RuleError('"get" needs a key of text or number');
    return child(value, String(key));
  },
};
