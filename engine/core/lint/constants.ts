import { checkLogic, compileLogic, readPaths } from '#core/compile/index.ts';
import { asObject, isObject } from '#core/json/index.ts';
import type { Definition, Json, Logic } from '#core/model/index.ts';

/** The value of an expression that reads no data, or undefined where it reads some or cannot be computed. */
export function constantOf(logic: Logic, definition: Definition): { value: Json } | undefined {
  const expressions = Object.fromEntries(definition.expressions.map((known) => [known.id, known]));
  if (checkLogic(logic).length > 0 || readsData(logic, expressions)) return undefined;
  try {
    const codes = Object.fromEntries(definition.codes.map((list) => [list.id, list]));
    const scope = { codes, expressions, timeZone: definition.programme.timeZone };
    return { value: compileLogic(logic, scope).run({}) };
  } catch {
    // It cannot be computed: other checks say what it names or compares.
    return undefined;
  }
}

/** Whether a condition can never hold: it is constantly false, or asks two different things of one answer. */
export function neverHolds(logic: Logic | undefined, definition: Definition): boolean {
  if (logic === undefined) return false;
  const constant = constantOf(logic, definition);
  if (constant) return constant.value === false || constant.value === null || constant.value === '';
  return contradicts(demands(logic));
}

function readsData(logic: Logic, expressions: Parameters<typeof readPaths>[1]): boolean {
  return readPaths(logic, expressions).length > 0;
}

type Demand = { path: string; equal: boolean; value: Json };

/** `a == 1`, `a != 1` of everything that an `and` joins. */
function demands(logic: Logic): Demand[] {
  const call = asObject(logic);
  const all = call.and;
  if (Array.isArray(all)) return all.flatMap(demands);
  return ['==', '===', '!=', '!=='].flatMap((name) => demand(call[name], !name.startsWith('!')));
}

function demand(operands: Json | undefined, equal: boolean): Demand[] {
  if (!Array.isArray(operands)) return [];
  const path = operands.map((operand) => asObject(operand).var).find((name) => typeof name === 'string');
  const value = operands.find((operand) => !isObject(operand) && !Array.isArray(operand));
  return typeof path === 'string' && value !== undefined ? [{ path, equal, value }] : [];
}

function contradicts(all: Demand[]): boolean {
  return all.some((a) =>
    all.some((b) => a.path === b.path && a.equal && (b.equal ? a.value !== b.value : a.value === b.value)),
  );
}
