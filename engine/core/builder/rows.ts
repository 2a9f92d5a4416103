import { isObject, type Json } from '#core/json/index.ts';
import type { Logic } from '#core/model/index.ts';

/** What a comparison compares. `isShort`: its only operand stands without a list around it. */
export type Term =
  | { kind: 'value'; value: Json }
  | { kind: 'read'; path: string; isShort: boolean }
  | { kind: 'call'; name: Call; args: Term[]; isShort: boolean }
  | { kind: 'locked'; logic: Logic };

/** A condition. Locked is what no row can show: it stays as it is, byte by byte. */
export type Row =
  | { kind: 'group'; join: Join; rows: Row[]; isShort: boolean }
  | { kind: 'not'; row: Row; isShort: boolean }
  | { kind: 'compare'; operator: Compare; left: Term; right: Term }
  | { kind: 'answered'; term: Term; isShort: boolean }
  | { kind: 'holds'; term: Term }
  | { kind: 'locked'; logic: Logic };

type Join = 'and' | 'or';
export type Compare = (typeof COMPARING)[number];
export type Call = keyof typeof CALLS;

const COMPARING = ['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in', 'matches', 'startsWith'] as const;

/** Operators that make a value of a few terms, and how many; the others are shown as a sentence. */
export const CALLS = {
  use: [1, 20],
  code: [3, 3],
  months: [2, 2],
  days: [2, 2],
  years: [2, 2],
  date: [1, 1],
  trim: [1, 1],
  length: [1, 1],
  rangeStart: [1, 1],
  rangeEnd: [1, 1],
} as const satisfies Record<string, readonly [number, number]>;

/** A condition as a row. `logicOf` gives back exactly what it was given. */
export function rowOf(logic: Logic): Row {
  const call = callIn(logic);
  if (!call) return { kind: 'locked', logic };
  const { name, args, isShort } = call;
  if (name === 'and' || name === 'or') return { kind: 'group', join: name, rows: args.map(rowOf), isShort };
  const [first, second] = args;
  if (name === '!' && args.length === 1) return { kind: 'not', row: rowOf(first ?? null), isShort };
  if (name === 'answered' && args.length === 1)
    return { kind: 'answered', term: termOf(first ?? null), isShort };
  if (isCompare(name) && args.length === 2 && !isShort)
    return { kind: 'compare', operator: name, left: termOf(first ?? null), right: termOf(second ?? null) };
  const term = name === 'use' || name === 'var' ? termOf(logic) : null;
  return term && term.kind !== 'locked' ? { kind: 'holds', term } : { kind: 'locked', logic };
}

/** The condition of a row. */
export function logicOf(row: Row): Logic {
  if (row.kind === 'locked') return row.logic;
  if (row.kind === 'holds') return logicOfTerm(row.term);
  if (row.kind === 'compare') return { [row.operator]: [logicOfTerm(row.left), logicOfTerm(row.right)] };
  if (row.kind === 'group') return written(row.join, row.rows.map(logicOf), row.isShort);
  if (row.kind === 'not') return written('!', [logicOf(row.row)], row.isShort);
  return written('answered', [logicOfTerm(row.term)], row.isShort);
}

/** A value as a term. `logicOfTerm` gives back exactly what it was given. */
function termOf(logic: Logic): Term {
  if (isLiteral(logic)) return { kind: 'value', value: logic };
  const call = callIn(logic);
  if (!call) return { kind: 'locked', logic };
  const { name, args, isShort } = call;
  const [path] = args;
  if (name === 'var' && args.length === 1 && typeof path === 'string') return { kind: 'read', path, isShort };
  const arity = isCall(name) ? CALLS[name] : undefined;
  if (!isCall(name) || !arity || args.length < arity[0] || args.length > arity[1])
    return { kind: 'locked', logic };
  return { kind: 'call', name, args: args.map(termOf), isShort };
}

/** The value of a term. */
export function logicOfTerm(term: Term): Logic {
  if (term.kind === 'value') return term.value;
  if (term.kind === 'locked') return term.logic;
  if (term.kind === 'read') return written('var', [term.path], term.isShort);
  return written(term.name, term.args.map(logicOfTerm), term.isShort);
}

function written(name: string, args: Logic[], isShort: boolean): Logic {
  return { [name]: isShort ? (args[0] ?? null) : args };
}

/** The one operator of a call; what has none, or several, is no call that a row could show. */
function callIn(logic: Logic): { name: string; args: Logic[]; isShort: boolean } | undefined {
  if (!isObject(logic)) return undefined;
  const [entry, another] = Object.entries(logic);
  if (!entry || another) return undefined;
  const [name, operands] = entry;
  return Array.isArray(operands)
    ? { name, args: operands, isShort: false }
    : { name, args: [operands], isShort: true };
}

/** Nothing in it is carried out. */
function isLiteral(logic: Logic): boolean {
  return Array.isArray(logic) ? logic.every(isLiteral) : !isObject(logic);
}

const isCompare = (name: string): name is Compare => COMPARING.some((one) => one === name);
const isCall = (name: string): name is Call => Object.hasOwn(CALLS, name);
