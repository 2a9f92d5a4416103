import type { Json } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import type { Call, Inference, Operand } from './inference.ts';
import { described, mismatch } from './params.ts';
import type { Shape } from './shape.ts';

/** At most this many of the possible words are named in a message. */
const MOST_WORDS = 12;
const TIME = 'time';
const EQUAL = ['==', '!=', '===', '!=='];
const ORDERED = ['<', '<=', '>', '>='];

/** Reports comparisons that can never be true, and literals that a code list or an enumeration does not have. */
export function comparing(call: Call, operands: Operand[], on: Inference): void {
  if (EQUAL.includes(call.name) || ORDERED.includes(call.name)) {
    const [left, ...others] = operands;
    for (const right of others) if (left) checkPair(call.name, left, right, on);
  }
  if (EQUAL.includes(call.name)) checkLiterals(operands, on);
  if (EQUAL.includes(call.name) || ORDERED.includes(call.name)) checkTimes(operands, on);
  if (call.name === 'in') checkMembers(operands, on);
}

function checkPair(name: string, left: Operand, right: Operand, on: Inference): void {
  if (left.logic === null || right.logic === null) return;
  const [a, b] = [left.shape, right.shape];
  if (a.type === 'any' || b.type === 'any' || fits(name, left, right)) return;
  mismatch(left, { left: described(a), right: described(b) }, { operator: name }, on);
}

function fits(name: string, left: Operand, right: Operand): boolean {
  const types = [left.shape.type, right.shape.type];
  if (
    ORDERED.includes(name) &&
    (types.includes('boolean') || types.includes('list') || types.includes('record'))
  )
    return false;
  if (types[0] === types[1]) return true;
  return (
    name.length === 2 && EQUAL.includes(name) && (writesNumber(left, right) || writesNumber(right, left))
  );
}

/** `==` also holds between a number and the text that writes it. */
function writesNumber(text: Operand, number: Operand): boolean {
  if (text.shape.type !== 'text' || number.shape.type !== 'number') return false;
  return text.shape.field === true
    ? false
    : typeof text.logic !== 'string' || /^-?\d+(\.\d+)?$/.test(text.logic);
}

function checkLiterals(operands: Operand[], on: Inference): void {
  const [left, right] = operands;
  if (!left || !right) return;
  checkLiteral(left.shape, right.logic, right.pointer, on);
  checkLiteral(right.shape, left.logic, left.pointer, on);
}

/** A time beside a field of times must be written as they are stored: as texts `9:30` comes after `10:00`. */
function checkTimes(operands: Operand[], on: Inference): void {
  if (!operands.some(({ shape }) => shape.type === 'text' && shape.format === TIME)) return;
  for (const { logic, pointer } of operands) {
    if (typeof logic !== 'string' || logic === '' || formats[TIME]?.test(logic)) continue;
    on.report({ code: 'type-mismatch', sentence: 'type-mismatch.clock', pointer, params: { text: logic } });
  }
}

function checkMembers([value, set]: Operand[], on: Inference): void {
  if (!value || !set) return;
  if (Array.isArray(set.logic)) {
    for (const [index, member] of set.logic.entries())
      checkLiteral(value.shape, member, `${set.pointer}/${index}`, on);
  }
  if (set.shape.type === 'list') checkLiteral(set.shape.items, value.logic, value.pointer, on);
}

/** A literal beside a coded or enumerated field must be one of its words. */
function checkLiteral(shape: Shape, literal: Json, at: string, on: Inference): void {
  if (shape.type !== 'text' || typeof literal !== 'string' || literal === '') return;
  const words = wordsOf(shape, on);
  if (!words || words.includes(literal)) return;
  const known = [...words.slice(0, MOST_WORDS).map(String), ...(words.length > MOST_WORDS ? ['…'] : [])];
  on.report(
    shape.code === undefined
      ? { code: 'unknown-code', pointer: at, params: { code: literal, known } }
      : {
          code: 'unknown-code',
          sentence: 'unknown-code.list',
          pointer: at,
          params: { code: literal, list: shape.code, known },
        },
  );
}

function wordsOf(shape: Shape & { type: 'text' }, on: Inference): Json[] | undefined {
  if (shape.values) return shape.values;
  const found = on.codes.find((list) => list.id === shape.code);
  return (
    found && [...found.entries.map((entry) => entry.code), ...(shape.none === undefined ? [] : [shape.none])]
  );
}
