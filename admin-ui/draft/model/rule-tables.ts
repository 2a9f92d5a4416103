import { isObject, type Json, sameJson, valueAt, withValue } from '#core/json/index.ts';
import type { Logic, RuleDefinition } from '#core/model/index.ts';
import { nameOf, sentence } from '#core/sentence/index.ts';
import type { RuleEntry } from './rules.ts';

/** A value in which rules of one shape differ: where it stands in each, and whether it is a path that is read. */
type Column = { key: string; way: string[]; isPath: boolean; title: string };

/** Rules that are written alike but for the values in the columns. */
export type RuleTable = { key: string; rules: RuleEntry[]; columns: Column[] };

const PARTS = ['when', 'require'] as const;
/** Something that a shape leaves open. */
const OPEN = { open: true };

/** Rules of the same shape, two or more, the largest tables first. */
export function ruleTables(rules: readonly RuleEntry[], locale: string): RuleTable[] {
  const shapes = new Map<string, RuleEntry[]>();
  for (const one of rules) {
    const shape = JSON.stringify(PARTS.map((part) => shapeOf(one.rule[part] ?? null)));
    shapes.set(shape, [...(shapes.get(shape) ?? []), one]);
  }
  return [...shapes]
    .filter(([, alike]) => alike.length > 1)
    .map(([key, alike]) => ({ key, rules: alike, columns: differencesOf(alike, locale) }))
    .filter(({ columns }) => columns.length > 0)
    .toSorted((a, b) => b.rules.length - a.rules.length);
}

/** What stands in a column of a rule. */
export const cellOf = (rule: RuleDefinition, { way }: Column): Json => valueAt(logicOf(rule), way) ?? null;

/** The rule with another value there. */
export function withCell(rule: RuleDefinition, { way }: Column, value: Json): RuleDefinition {
  const logic = withValue(logicOf(rule), way, value);
  const parts = isObject(logic) ? logic : {};
  return {
    ...rule,
    ...Object.fromEntries(PARTS.flatMap((part) => (part in parts ? [[part, parts[part]]] : []))),
  };
}

/** A cell as people read it. */
export function cellText({ rule, scope }: RuleEntry, column: Column, locale: string): string {
  const value = cellOf(rule, column);
  if (column.isPath) return nameOf(String(value), scope, locale);
  const beside = besideOf(rule, column);
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => titleOf(one, beside, { scope, locale })).join('、');
}

type Reading = { scope: RuleEntry['scope']; locale: string };

/** A value by the title that it has beside what it is compared with. */
function titleOf(value: Json, beside: Logic | undefined, { scope, locale }: Reading): string {
  if (beside === undefined) return sentence(value, scope, locale);
  const whole = sentence({ '==': [beside, value] }, scope, locale);
  const about = sentence(beside, scope, locale);
  return whole.startsWith(about) ? whole.slice(about.length).trim() : sentence(value, scope, locale);
}

const logicOf = ({ when, require }: RuleDefinition): Json => ({
  ...(when !== undefined && { when }),
  require,
});

/** Values and paths are left open; operators, names of lists and of expressions are the shape. */
function shapeOf(logic: Json): Json {
  if (isOpen(logic)) return OPEN;
  if (Array.isArray(logic)) return logic.map(shapeOf);
  if (!isObject(logic)) return logic;
  return Object.fromEntries(
    Object.entries(logic).map(([name, operands]) => [name, shapeOfOperands(name, operands)]),
  );
}

function shapeOfOperands(name: string, operands: Json): Json {
  if (name === 'var') return OPEN;
  if (!NAMING.has(name)) return shapeOf(operands);
  if (!Array.isArray(operands)) return operands;
  return operands.map((one) => (typeof one === 'string' ? one : shapeOf(one)));
}

/** Their texts are names and no values. */
const NAMING = new Set(['use', 'code', 'get']);

function isOpen(logic: Json): boolean {
  if (Array.isArray(logic))
    return logic.length > 0 && logic.every((one) => !isObject(one) && !Array.isArray(one));
  return !isObject(logic);
}

function differencesOf([first, ...others]: readonly RuleEntry[], locale: string): Column[] {
  if (!first) return [];
  return openPlaces(logicOf(first.rule), []).flatMap(({ way, isPath }) => {
    const column = { key: way.join('/'), way, isPath, title: '' };
    const value = cellOf(first.rule, column);
    if (others.every(({ rule }) => sameJson(cellOf(rule, column), value))) return [];
    const beside = besideOf(first.rule, column);
    return [{ ...column, title: beside === undefined ? '' : sentence(beside, first.scope, locale) }];
  });
}

type Opening = Pick<Column, 'way' | 'isPath'>;

function openPlaces(logic: Json, way: string[]): Opening[] {
  if (isOpen(logic)) return [{ way, isPath: false }];
  if (Array.isArray(logic)) return logic.flatMap((one, at) => openPlaces(one, [...way, String(at)]));
  if (!isObject(logic)) return [];
  return Object.entries(logic).flatMap(([name, operands]): Opening[] => {
    const inner = [...way, name];
    if (name === 'var') return [{ way: Array.isArray(operands) ? [...inner, '0'] : inner, isPath: true }];
    if (!NAMING.has(name)) return openPlaces(operands, inner);
    if (!Array.isArray(operands)) return [];
    return operands.flatMap((one, at) =>
      typeof one === 'string' ? [] : openPlaces(one, [...inner, String(at)]),
    );
  });
}

/** What a value is compared with, where it is one of two. */
function besideOf(rule: RuleDefinition, { way, isPath }: Pick<Column, 'way' | 'isPath'>): Logic | undefined {
  if (isPath) return undefined;
  const beside = valueAt(logicOf(rule), [...way.slice(0, -1), way.at(-1) === '0' ? '1' : '0']);
  return isObject(beside) ? beside : undefined;
}
