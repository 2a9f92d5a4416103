import { code } from './code.ts';
import type { EagerOperator, LazyOperator, Operator } from './operator.ts';
import { child } from './paths.ts';
import { payValue } from './paying.ts';
import { RuleError } from './rule-error.ts';
import { isAnswered } from './values.ts';

/** Reads the data at a path, with a default for what is missing: `{ "var": ["application.cover.n", 0] }`. */
const varOperator: LazyOperator = {
  name: 'var',
  arity: [1, 2],
  params: ['path', 'any'],
  returns: 'any',
  lazy: true,
};

/** Which of these paths are unanswered: `{ "missing": ["application.cover.a"] }`. */
const missing: LazyOperator = {
  name: 'missing',
  arity: [1, 100],
  params: ['path'],
  returns: 'list',
  lazy: true,
};

/** Which of these paths are unanswered where fewer than so many are answered: `{ "missing_some": [1, ["a", "b"]] }`. */
const missingSome: LazyOperator = {
  name: 'missing_some',
  arity: [2, 2],
  params: ['number', 'path'],
  returns: 'list',
  lazy: true,
};

/** A computed key: `{ "get": [ { "var": "application.limits" }, { "var": "row.kind" } ] }`. */
const get: EagerOperator = {
  name: 'get',
  arity: [2, 2],
  params: ['any', 'any'],
  returns: 'any',
  apply: ([value, key], context) => {
    if (key === null || key === undefined) return null;
    if (typeof key === 'object' || typeof key === 'boolean')
      throw new RuleError('"get" needs a key of text or number');
    payValue(key, context);
    return child(value, String(key));
  },
};

/** Not missing, not blank text, not an empty list. */
const answered: EagerOperator = {
  name: 'answered',
  arity: [1, 1],
  params: ['any'],
  returns: 'boolean',
  apply: ([value], context) => {
    payValue(value, context);
    return isAnswered(value);
  },
  prepared: (_args, context) => (value) => {
    payValue(value, context);
    return isAnswered(value);
  },
};

/** What takes something from the data or from a code list. */
export const reading: readonly Operator[] = [varOperator, get, missing, missingSome, answered, code];
