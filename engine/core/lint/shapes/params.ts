import { operators, type ValueType } from '#core/vocabulary/index.ts';
import type { Params } from '../report/index.ts';
import type { Call, Inference, Operand } from './inference.ts';
import { ANY, anyOf, BOOLEAN, list, NUMBER, type Shape, TEXT } from './shape.ts';

const DATES = ['date', 'month', 'date-time'];
const TIMES = ['time', 'date-time'];
const RANGES = ['month-range', 'date-range'];

/** Operators whose operands, or the elements of one list, must be numbers. */
const NUMERIC = ['sum', 'avg', 'min', 'max'];

/** Reports every operand that does not fit the operator table. */
export function checkParams(call: Call, operands: Operand[], on: Inference): void {
  const params = operators.get(call.name)?.params ?? [];
  for (const [index, operand] of operands.entries()) {
    const wanted = params[index] ?? params.at(-1) ?? 'any';
    const wrong = unfit(wanted, operand.shape) ?? ownDemand(call, operand.shape);
    if (wrong) mismatch(operand, wrong, { operator: call.name }, on);
  }
}

/** The shape of an operator's result, as far as its operands determine it. */
export function returned(call: Call, operands: Operand[]): Shape {
  if (call.name === 'if' || call.name === '?:')
    return anyOf(
      operands.filter((_, index) => index % 2 === 1 || index === operands.length - 1).map(shapeOf),
    );
  if (call.name === 'and' || call.name === 'or') return anyOf(operands.map(shapeOf));
  if (call.name === 'merge' || call.name === 'distinct') return list(anyOf(operands.map(elementOf)));
  if (call.name === 'values') return list(anyOf(operands.map((operand) => childrenOf(operand.shape))));
  return ofType(operators.get(call.name)?.returns ?? 'any');
}

/** What an operator wants and is not given. */
type Demand = 'number' | 'text' | 'list' | 'object' | 'date' | 'time' | 'range';
/** Why an operand does not fit. */
type Unfit = { wanted: Demand; found: string };

/** Tells that an operand does not fit. */
export function mismatch(
  { pointer }: { pointer: string },
  unfit: Unfit | 'iterate' | { left: string; right: string },
  params: Params,
  on: Inference,
): void {
  const kind = unfit === 'iterate' ? unfit : 'wanted' in unfit ? unfit.wanted : 'compare';
  const reported = unfit === 'iterate' ? params : { ...params, ...unfit };
  on.report({ code: 'type-mismatch', pointer, sentence: `type-mismatch.${kind}`, params: reported });
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
function unfit(wanted: ValueType, shape: Shape): Unfit | undefined {
  if (shape.type === 'any') return undefined;
  const found = described(shape);
  if (wanted === 'number') return shape.type === 'number' ? undefined : { wanted, found };
  if (wanted === 'text') return shape.type === 'text' ? undefined : { wanted, found };
  if (wanted === 'list') return shape.type === 'list' ? undefined : { wanted, found };
  if (wanted === 'object')
    return shape.type === 'record' || shape.type === 'list' ? undefined : { wanted, found };
  if (wanted === 'date') return unfitMoment(wanted, DATES, shape);
  return wanted === 'time' ? unfitMoment(wanted, TIMES, shape) : undefined;
}

function unfitMoment(wanted: Demand, formats: string[], shape: Shape): Unfit | undefined {
  const unfit: Unfit = { wanted, found: described(shape) };
  if (shape.type !== 'text') return unfit;
  if (!shape.field) return undefined;
  return formats.includes(shape.format ?? '') ? undefined : unfit;
}

/** What single operators ask beyond the table. */
function ownDemand({ name, args }: Call, shape: Shape): Unfit | undefined {
  const ranges = name === 'rangeStart' || name === 'rangeEnd' || (name === 'months' && args.length === 1);
  if (ranges) return isRange(shape) ? undefined : { wanted: 'range', found: described(shape) };
  if (name === 'months') return shape.type === 'any' ? undefined : unfitMoment('date', DATES, shape);
  if (!NUMERIC.includes(name)) return undefined;
  const element = shape.type === 'list' ? shape.items : shape;
  const bad = element.type === 'text' ? element.field === true : element.type === 'boolean';
  return bad ? { wanted: 'number', found: described(element) } : undefined;
}

function isRange(shape: Shape): boolean {
  if (shape.type === 'any') return true;
  return shape.type === 'text' && (!shape.field || RANGES.includes(shape.format ?? ''));
}

/** A shape by the word that locales know it by: its type, or the format of a text. */
export function described(shape: Shape): string {
  return shape.type === 'text' && shape.format ? shape.format : shape.type;
}
