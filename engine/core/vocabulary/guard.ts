import { isObject, type Json, type JsonObject, pointer } from '#core/json/index.ts';

/** A transition's guard: what must hold, and where that stands inside the transition. */
type Guard = { logic: Json; at: string };

/**
 * The guard of a transition: plain logic in `when`, or the long form of XState, `guard` of type `rule`. Undefined
 * where there is none, or one of another type.
 */
export function guardOf({ when, guard }: JsonObject): Guard | undefined {
  if (when !== undefined) return { logic: when, at: pointer('when') };
  const isRule = isObject(guard) && guard.type === 'rule' && isObject(guard.params);
  return isRule ? { logic: ruleOf(guard.params), at: pointer('guard', 'params', 'rule') } : undefined;
}

function ruleOf(params: Json | undefined): Json {
  return (isObject(params) ? params.rule : undefined) ?? null;
}
