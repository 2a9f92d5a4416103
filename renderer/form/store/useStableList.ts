import { useRef } from 'react';
import { sameJson } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';

type Data = object | null;

const same = (a: Data | undefined, b: Data): boolean => sameJson(a as Json | undefined, b as Json);

/**
 * The same list while nothing in it changes, and the same item at an index while it does not change: what depends on
 * them does not render.
 */
export function useStableList<T extends Data>(list: readonly T[]): readonly T[] {
  const kept = useRef(list);
  if (kept.current !== list) kept.current = keep(kept.current, list);
  return kept.current;
}

function keep<T extends Data>(before: readonly T[], after: readonly T[]): readonly T[] {
  const next = after.map((item, index) => {
    const old = before[index];
    return old !== undefined && same(old, item) ? old : item;
  });
  const all = before.length === next.length && next.every((item, index) => item === before[index]);
  return all ? before : next;
}
