import { namedPaths, pathOperands } from '#core/compile/index.ts';
import { isObject } from '#core/json/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
import { beyond } from '#core/vocabulary/index.ts';
import { meantHint } from '../nearest.ts';
import type { Call, Infer, Inference } from './inference.ts';
import { shapeOfJson } from './of-schema.ts';
import { elementOf, mismatch } from './params.ts';
import { resolvePath } from './resolve.ts';
import { ANY, anyOf, BOOLEAN, list, record, type Shape, shapeBelow, TEXT } from './shape.ts';

/** Operators that read data, lists of codes or other expressions in their own way. */
export const reading: Record<string, (call: Call, on: Inference, infer: Infer) => Shape> = {
  var: readVar,
  missing: readMissing,
  missing_some: readMissing,
  get: readGet,
  code: readCode,
  use: readUse,
  map: (...read) => list(iterate(...read).body),
  filter: (...read) => list(iterate(...read).element),
  all: (...read) => boolean(iterate(...read)),
  some: (...read) => boolean(iterate(...read)),
  none: (...read) => boolean(iterate(...read)),
  reduce: readReduce,
};

function readVar(call: Call, on: Inference, infer: Infer): Shape {
  const [path, fallback] = call.args;
  const shape = follow(path, call.at(0), on);
  return fallback === undefined ? shape : anyOf([shape, infer(fallback, call.at(1), on)]);
}

function readMissing(call: Call, on: Inference, infer: Infer): Shape {
  const operands = pathOperands(call.name, call.args);
  const first = call.args.length - operands.length;
  for (const [index, operand] of operands.entries()) {
    const at = call.at(first + index);
    const { paths, conditions } = namedPaths(operand) ?? { paths: [], conditions: [] };
    for (const path of paths) follow(path, at, on);
    for (const condition of conditions) infer(condition, at, on);
  }
  return list(TEXT);
}

function follow(path: Json | undefined, at: string, on: Inference): Shape {
  if (typeof path !== 'string') return ANY;
  const rest = on.outer === undefined ? null : beyond(path);
  if (on.outer !== undefined && rest !== null) return follow(rest, at, on.outer);
  const found = resolvePath(on.data, path);
  if ('shape' in found) return found.shape;
  const { above, missing, known } = found;
  on.report({
    code: 'unknown-field',
    pointer: at,
    ...(above === '' ? {} : { sentence: 'unknown-field.above' as const }),
    params: { above, missing, path },
    ...meantHint(missing, known),
  });
  return ANY;
}

function readGet(call: Call, on: Inference, infer: Infer): Shape {
  const [source = null, key = null] = call.args;
  const shape = infer(source, call.at(0), on);
  infer(key, call.at(1), on);
  if (typeof key === 'string') return shapeBelow(shape, key) ?? ANY;
  return shape.type === 'list'
    ? shape.items
    : shape.type === 'record'
      ? anyOf(Object.values(shape.fields))
      : ANY;
}

function readCode(call: Call, on: Inference, infer: Infer): Shape {
  const [id, value = null, attribute] = call.args;
  infer(value, call.at(1), on);
  const found = on.codes.find((known) => known.id === id);
  if (!found) {
    const hint = meantHint(
      String(id),
      on.codes.map((known) => known.id),
    );
    on.report({ code: 'unknown-code-list', pointer: call.at(0), params: { id: String(id) }, ...hint });
    return ANY;
  }
  const values = found.entries
    .map((entry) => entry[String(attribute)])
    .filter((known) => known !== undefined);
  if (values.length > 0) return anyOf(values.map(shapeOfJson));
  const name = String(attribute);
  on.report({
    code: 'unknown-field',
    sentence: 'unknown-field.attribute',
    pointer: call.at(2),
    params: { list: found.id, attribute: name },
    ...meantHint(name, [...new Set(found.entries.flatMap((entry) => Object.keys(entry)))]),
  });
  return ANY;
}

function readUse(call: Call, on: Inference, infer: Infer): Shape {
  const [id, ...given] = call.args;
  const params = given.map((logic, index) => infer(logic, call.at(index + 1), on));
  const found = on.expressions.find((known) => known.id === id);
  if (!found) {
    const hint = meantHint(
      String(id),
      on.expressions.map((known) => known.id),
    );
    on.report({ code: 'unknown-expression', pointer: call.at(0), params: { id: String(id) }, ...hint });
    return ANY;
  }
  if (found.params.length !== given.length) {
    const params = { title: found.title, wanted: found.params.length, found: given.length };
    on.report({ code: 'wrong-parameters', pointer: call.pointer, params });
  }
  if (on.open.includes(found.id)) return ANY;
  const data = record(Object.fromEntries(found.params.map((name, index) => [name, params[index] ?? ANY])));
  return infer(found.logic, '', {
    ...on,
    data: record({ params: data }, ANY),
    outer: undefined,
    open: [...on.open, found.id],
    report: () => {},
  });
}

function iterate(call: Call, on: Inference, infer: Infer): { element: Shape; body: Shape } {
  const element = elements(call, on, infer);
  return { element, body: infer(call.args[1] ?? null, call.at(1), { ...on, data: element, outer: on }) };
}

function readReduce(call: Call, on: Inference, infer: Infer): Shape {
  const element = elements(call, on, infer);
  const start = infer(call.args[2] ?? null, call.at(2), on);
  const data = record({ current: element, accumulator: isLiteralList(call.args[2]) ? ANY : start });
  return infer(call.args[1] ?? null, call.at(1), { ...on, data, outer: on });
}

function elements(call: Call, on: Inference, infer: Infer): Shape {
  const shape = infer(call.args[0] ?? null, call.at(0), on);
  if (shape.type !== 'list' && shape.type !== 'any') {
    mismatch({ pointer: call.at(0) }, 'iterate', { operator: call.name }, on);
    return ANY;
  }
  return elementOf({ shape });
}

function boolean(_: unknown): Shape {
  return BOOLEAN;
}

function isLiteralList(logic: Logic | undefined): boolean {
  return Array.isArray(logic) || isObject(logic);
}
