import { operators, type ValueType } from '#core/vocabulary/index.ts';
import type { Call, Inference, Operand } from './infer.ts';
import { ANY, anyOf, BOOLEAN, list, NUMBER, type Shape, TEXT } from './shape.ts';

const DATES = ['date', 'month', 'date-time'];
const RANGES = ['month-range', 'date-range'];
const NOT_DATES: Record<string, string> = {
  number: 'a number',
  boolean: 'yes or no',
  list: 'a list',
  record: 'an object',
};

/** Operators whose operands, or the elements of one list, must be numbers. */
const NUMERIC = ['sum', 'avg', 'min', 'max'];

/** Reports every operand that does not fit the operator table. */
export function checkParams(call: Call, operands: Operand[], on: Inference): void {
  const params = operators.get(call.name)?.params ?? [];
  for (const [index, operand] of operands.entries()) {
    const wanted = params[index] ?? params.at(-1) ?? 'any';
    const wrong = unfit(wanted, operand.shape) ?? ownDemand(call, operand.shape);
    if (wrong) mismatch(operand, `"${call.name}" ${wrong}`, on);
  }
}

/** The shape of an operator's result, as far as its operands determine it. */
export function returned(call: Call, operands: Operand[]): Shape {
  if (call.name === 'if')
    return anyOf(
      operands.filter((_, index) => index % 2 === 1 || index === operands.length - 1).map(shapeOf),
    );
  if (call.name === 'and' || call.name === 'or') return anyOf(operands.map(shapeOf));
  if (call.name === 'merge' || call.name === 'distinct') return list(anyOf(operands.map(elementOf)));
  if (call.name === 'values') return list(anyOf(operands.map((operand) => childrenOf(operand.shape))));
  return ofType(operators.get(call.name)?.returns ?? 'any');
}

/** Reports an operand whose shape is not what its operator takes. */
export function mismatch(operand: { pointer: string }, message: string, on: Inference): void {
  on.report({ code: 'type-mismatch', pointer: operand.pointer, message });
}

/** What an iteration's body reads: an element of the list. */
export function elementOf({ shape }: { shape: Shape }): Shape {
  return shape.type === 'list' ? shape.items : shape;
}

function shapeOf({ shape }: Operand): Shape {
  return shape;
}

function childrenOf(shape: Shape): Shape {
  if (shape.type === 'list') return shape.items;
  return shape.type === 'record' ? anyOf(Object.values(shape.fields)) : ANY;
}

function ofType(type: ValueType): Shape {
  if (type === 'number') return NUMBER;
  if (type === 'boolean') return BOOLEAN;
  if (type === 'text') return TEXT;
  if (type === 'date') return { type: 'text', format: 'date' };
  return type === 'list' ? list(ANY) : ANY;
}

/** Why a shape cannot be what is wanted; undefined where it can. */
function unfit(wanted: ValueType, shape: Shape): string | undefined {
  if (shape.type === 'any') return undefined;
  if (wanted === 'number')
    return shape.type === 'number' ? undefined : `reckons with numbers, this is ${described(shape)}`;
  if (wanted === 'text') return shape.type === 'text' ? undefined : `reads text, this is ${described(shape)}`;
  if (wanted === 'list')
    return shape.type === 'list' ? undefined : `reads a list, this is ${described(shape)}`;
  if (wanted === 'object')
    return shape.type === 'record' || shape.type === 'list'
      ? undefined
      : `reads an object, this is ${described(shape)}`;
  return wanted === 'date' ? unfitDate(shape) : undefined;
}

function unfitDate(shape: Shape): string | undefined {
  if (shape.type !== 'text') return `reads a date, this is ${described(shape)}`;
  if (!shape.field) return undefined;
  return DATES.includes(shape.format ?? '') ? undefined : `reads a date, this is ${described(shape)}`;
}

/** What single operators ask beyond the table. */
function ownDemand({ name, args }: Call, shape: Shape): string | undefined {
  const ranges = name === 'rangeStart' || name === 'rangeEnd' || (name === 'months' && args.length === 1);
  if (ranges)
    return isRange(shape) ? undefined : `reads a range of months or days, this is ${described(shape)}`;
  if (name === 'months') return shape.type === 'any' ? undefined : unfitDate(shape);
  if (!NUMERIC.includes(name)) return undefined;
  const element = shape.type === 'list' ? shape.items : shape;
  const bad = element.type === 'text' ? element.field === true : element.type === 'boolean';
  return bad ? `reckons with numbers, this is ${described(element)}` : undefined;
}

function isRange(shape: Shape): boolean {
  if (shape.type === 'any') return true;
  return shape.type === 'text' && (!shape.field || RANGES.includes(shape.format ?? ''));
}

/** A shape in words. */
export function described(shape: Shape): string {
  if (shape.type !== 'text') return NOT_DATES[shape.type] ?? 'anything';
  return shape.format ? `text written as ${shape.format}` : 'text';
}
