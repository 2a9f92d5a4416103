import { isObject, sameJson } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';

/** Beyond so many different conditions the answer is no: each doubles the ways to look at. */
const MOST_CONDITIONS = 10;

/** A way in which the conditions that the guards are made of may turn out. */
type Way = (condition: Json) => boolean;

/**
 * Whether one of these guards holds whatever the conditions in them give: `and`, `or`, `!`, `!!`, `if` and the pairs of
 * opposites are taken apart, everything else may hold or not.
 */
export function isExhaustive(guards: readonly Json[]): boolean {
  const conditions: Json[] = [];
  const collect: Way = (condition) => {
    if (!conditions.some((one) => sameJson(one, condition))) conditions.push(condition);
    return false;
  };
  for (const guard of guards) parts(guard, collect);
  if (conditions.length > MOST_CONDITIONS) return false;
  for (let ways = 0; ways < 2 ** conditions.length; ways += 1) {
    const way: Way = (condition) =>
      Boolean((ways >> conditions.findIndex((one) => sameJson(one, condition))) & 1);
    if (!guards.some((guard) => holds(guard, way))) return false;
  }
  return true;
}

/** Every operator whose other half of the cases has a name of its own. */
const OPPOSITES: Readonly<Record<string, string>> = { '!=': '==', '!==': '===', none: 'some' };

function holds(logic: Json, way: Way): boolean {
  if (!isObject(logic)) return isTruthy(logic);
  const [operator = '', written] = Object.entries(logic)[0] ?? [];
  const operands = Array.isArray(written) ? written : [written ?? null];
  if (operator === 'and') return operands.every((one) => holds(one, way));
  if (operator === 'or') return operands.some((one) => holds(one, way));
  if (operator === '!') return !holds(operands[0] ?? null, way);
  if (operator === '!!') return holds(operands[0] ?? null, way);
  if (operator === 'if' || operator === '?:') return chosen(operands, way);
  const opposite = OPPOSITES[operator];
  return opposite === undefined ? way(logic) : !way({ [opposite]: written ?? null });
}

function chosen([condition = null, value = null, ...others]: Json[], way: Way): boolean {
  if (holds(condition, way)) return holds(value, way);
  return others.length < 2 ? holds(others[0] ?? null, way) : chosen(others, way);
}

const isTruthy = (value: Json): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** Hands every condition of a guard to `collect`, whatever those before it give. */
function parts(logic: Json, collect: Way): void {
  holds(logic, collect);
  if (!isObject(logic)) return;
  const [operator = '', written] = Object.entries(logic)[0] ?? [];
  if (!['and', 'or', '!', '!!', 'if', '?:'].includes(operator)) return;
  for (const operand of Array.isArray(written) ? written : [written ?? null]) parts(operand, collect);
}
