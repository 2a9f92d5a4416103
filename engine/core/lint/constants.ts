import { checkLogic, compileLogic, readPaths } from '#core/compile/index.ts';
import { asObject, isObject } from '#core/json/index.ts';
import type { Json, Logic, LogicScope } from '#core/model/index.ts';

/** The value of an expression that reads no data, or undefined where it reads some or cannot be computed. */
export function constantOf(logic: Logic, scope: LogicScope): { value: Json } | undefined {
  if (checkLogic(logic).length > 0 || readPaths(logic, scope.expressions).length > 0) return undefined;
  try {
    return { value: compileLogic(logic, scope).run({}) };
  } catch {
    // It cannot be computed: other checks say what it names or compares.
    return undefined;
  }
}

/** Whether a condition can never hold: it is constantly false, or asks two different things of one answer. */
export function neverHolds(logic: Logic | undefined, scope: LogicScope): boolean {
  if (logic === undefined) return false;
  const constant = constantOf(logic, scope);
  if (constant) return constant.value === false || constant.value === null || constant.value === '';
  return contradicts(demands(logic));
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
