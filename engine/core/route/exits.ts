import type { CompiledRoute, Json } from '#core/model/index.ts';
import { stateValues } from './explore.ts';
import { transitionsOf } from './permissions.ts';
import { valueKey } from './state-info.ts';

/**
 * Whether a case in this state has come to its end, or something can happen to it there; not where the route leads to
 * no such state.
 */
export function hasExit(compiled: CompiledRoute, value: Json): boolean {
  const key = valueKey(value);
  if (!stateValues(compiled).some((known) => valueKey(known) === key)) return false;
  const { final, nodes } = compiled.machine.info(value);
  return final || nodes.some((node) => transitionsOf(node, compiled.definition).length > 0);
}
