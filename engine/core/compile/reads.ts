import type { Logic, LogicScope } from '#core/model/index.ts';
import { readPaths, readsWhole } from './logic/index.ts';

/** A name seen from the whole, as its keys: `application.costs.amount`; the rows of a table are one. None: everything. */
export type Name = readonly string[];

/** An element of a list, whichever. */
const isIndex = /^(\d+|\*)$/;

/** Where logic stands: in a section, or (none) at the whole form; and the list to whose items it belongs. */
type Within = { section?: string | undefined; list?: readonly string[] | undefined };

/** The names that logic reads; what reads an item of a list that is not given reads the whole section. */
export function namesRead(logic: Logic, within: Within, { expressions }: LogicScope): Name[] {
  if (readsWhole(logic, expressions)) return [[]];
  return readPaths(logic, expressions).flatMap((path) => absolute(path, within));
}

/** `row.x` of a section is `application.<section>.x`, `item.x` of a list in it `application.<section>.<list>.*.x`. Files of a row are found by its id. */
function absolute(path: string, { section, list }: Within): Name[] {
  const [head = '', ...rest] = path.split('.');
  if (head === 'application') return [answer(rest)];
  if (head === 'input') return [['application', 'input', ...rest]];
  if (section === undefined) return [[head, ...rest]];
  if (head === 'row' || head === 'section') return [answer([section, ...rest])];
  if (head === 'item') return [answer(list === undefined ? [section] : [section, ...list, '*', ...rest])];
  if (head === 'slots') return [['files', section, ...rest], answer([section, 'id'])];
  return head === 'cells' ? [answer([section, 'cells', ...rest])] : [[head, ...rest]];
}

/** The name of what stands at these keys of the answers: a row's index falls away. */
export function answer([section = '', ...keys]: readonly string[]): Name {
  const inside = isIndex.test(keys[0] ?? '') ? keys.slice(1) : keys;
  return section === '' ? ['application'] : ['application', section, ...inside];
}

/** Whether a name stands for something inside of what another stands for. */
export function isInside(name: Name, outer: Name): boolean {
  return outer.every((key, at) => key === name[at]);
}

/** Whether two names have anything in common; `*` is any element of a list. */
export function meet(a: Name, b: Name): boolean {
  const depth = Math.min(a.length, b.length);
  for (let at = 0; at < depth; at += 1) {
    if (a[at] !== b[at] && a[at] !== '*' && b[at] !== '*') return false;
  }
  return true;
}

/** The same only for a moment. */
const PASSING = new Set(['now', 'case.enteredAt', 'case']);

/**
 * What these pieces of logic read, so that what they give for the same values may be found again; null where they read
 * everything, or the moment.
 */
export function lastingNames(logics: readonly Logic[], scope: LogicScope): Name[] | null {
  const names = logics.flatMap((logic) => namesRead(logic, {}, scope)).map(beforeElements);
  if (names.some((name) => name.length === 0 || PASSING.has(name.join('.')))) return null;
  return [...new Map(names.map((name) => [name.join('.'), name])).values()];
}

/** What is read of each element of a list is read of the list. */
function beforeElements(name: Name): Name {
  const at = name.indexOf('*');
  return at < 0 ? name : name.slice(0, at);
}
