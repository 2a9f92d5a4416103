import { isObject, pointer } from '#core/json/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { comparing } from './compare.ts';
import type { Call, Inference, Operand } from './inference.ts';
import { shapeOfJson } from './of-schema.ts';
import { checkParams, returned } from './params.ts';
import { reading } from './reading.ts';
import { ANY, anyOf, type Shape } from './shape.ts';

/**
 * The shape of what an expression gives; reports everything on the way that does not fit. Malformed parts are
 * skipped.
 */
export function infer(logic: Logic | undefined, at: string, on: Inference): Shape {
  if (Array.isArray(logic)) {
    const shapes = logic.map((item, index) => infer(item, at + pointer(index), on));
    return { type: 'list', items: anyOf(shapes) };
  }
  if (!isObject(logic)) return shapeOfJson(logic);
  const [name, ...more] = Object.keys(logic);
  if (name === undefined || more.length > 0 || !operators.has(name)) return ANY;
  return inferCall(callOf(name, logic[name], at), on);
}

function inferCall(call: Call, on: Inference): Shape {
  const special = Object.hasOwn(reading, call.name) ? reading[call.name] : undefined;
  if (special) return special(call, on, infer);
  const operands = call.args.map((logic, index) => operand(call, logic, index, on));
  checkParams(call, operands, on);
  comparing(call, operands, on);
  return returned(call, operands);
}

function operand(call: Call, logic: Logic, index: number, on: Inference): Operand {
  const at = call.at(index);
  return { logic, shape: infer(logic, at, on), pointer: at };
}

function callOf(name: string, value: Json | undefined, at: string): Call {
  const own = at + pointer(name);
  if (Array.isArray(value)) return { name, args: value, at: (index) => own + pointer(index), pointer: at };
  return { name, args: [value ?? null], at: () => own, pointer: at };
}
