import { isObject } from '#core/json/index.ts';
import type { Definition, Json } from '#core/model/index.ts';
import type { Check } from '../../context.ts';

/** An expression that uses itself, directly or through others. */
export const recursiveExpression: Check = {
  code: 'recursive-expression',
  run: ({ definition }) =>
    definition.expressions.flatMap(({ id }, index) =>
      reachable(id, definition).has(id) ? [{ at: `/expressions/${index}/logic`, params: { id } }] : [],
    ),
};

function reachable(start: string, { expressions }: Definition): Set<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const found = expressions.find((known) => known.id === id);
    const fresh = usedIn(found?.logic ?? null).filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    waiting.push(...fresh);
  }
  return seen;
}

function usedIn(logic: Json): string[] {
  if (Array.isArray(logic)) return logic.flatMap(usedIn);
  if (!isObject(logic)) return [];
  const name = [logic.use].flat()[0];
  return [...(typeof name === 'string' ? [name] : []), ...Object.values(logic).flatMap(usedIn)];
}
