import type { Json } from '#core/model/index.ts';
import type { OperatorContext } from './operator.ts';
import { RuleLimitError } from './rule-error.ts';

/** Characters that are read or made in a step, and how many cost nothing: what people answer is short. */
const PER_STEP = 16;
const FREE = 64;
/** Lists inside lists that a value may have; data has four, and what calls itself for each needs an end. */
const DEEPEST = 64;

/** A text that costs nothing to read. */
export function isFree(text: string): boolean {
  return text.length <= FREE;
}

/** Pays for reading or making a text. */
export function payText(text: string, context: OperatorContext): void {
  if (!isFree(text)) context.spend(Math.ceil(text.length / PER_STEP));
}

/** Pays for a text where the value is one. */
export function payValue(value: Json | undefined, context: OperatorContext): void {
  if (typeof value === 'string') payText(value, context);
}

/**
 * Hands a value on once it is paid for in full, with all that it holds: a list whose elements are one list may be far
 * larger than what was made. Throws RuleLimitError where it is too deep or too large.
 */
export function paidFor<T extends Json>(value: T, context: OperatorContext): T {
  if (typeof value === 'object' && value !== null) payAll(value, context, 1);
  return value;
}

function payAll(value: Json, context: OperatorContext, depth: number): void {
  payValue(value, context);
  if (typeof value !== 'object' || value === null) return;
  payDepth(depth);
  const parts = Array.isArray(value) ? value : Object.values(value);
  context.spend(parts.length);
  for (const part of parts) payAll(part ?? null, context, depth + 1);
}

function payDepth(depth: number): void {
  if (depth > DEEPEST) throw new RuleLimitError(`lists may be nested ${DEEPEST} deep`);
}

/** The same JSON value; what is missing is null. Pays for what lies inside lists and objects, and for long texts. */
export function same(a: Json | undefined, b: Json | undefined, context: OperatorContext): boolean {
  return sameAt(a ?? null, b ?? null, context, 1);
}

function sameAt(a: Json, b: Json, context: OperatorContext, depth: number): boolean {
  if (typeof a === 'string' && typeof b === 'string') return sameText(a, b, context);
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  payDepth(depth);
  return Array.isArray(a) || Array.isArray(b)
    ? sameList(a, b, context, depth)
    : sameObject(a, b, context, depth);
}

function sameText(a: string, b: string, context: OperatorContext): boolean {
  if (a.length !== b.length) return false;
  payText(a, context);
  return a === b;
}

function sameList(a: Json, b: Json, context: OperatorContext, depth: number): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  context.spend(a.length);
  return a.every((item, index) => sameAt(item ?? null, b[index] ?? null, context, depth + 1));
}

type JsonRecord = { [key: string]: Json };

/** The order of keys does not matter, and a key without a value is as good as none. */
function sameObject(a: JsonRecord, b: JsonRecord, context: OperatorContext, depth: number): boolean {
  const [own, others] = [Object.keys(a), Object.keys(b)];
  context.spend(own.length + others.length);
  const isSame = (key: string): boolean => {
    const [left, right] = [a[key], Object.hasOwn(b, key) ? b[key] : undefined];
    return left === undefined || right === undefined
      ? left === right
      : sameAt(left, right, context, depth + 1);
  };
  return own.every(isSame) && others.every((key) => Object.hasOwn(a, key) || b[key] === undefined);
}
