import type { Shown } from '#core/model/index.ts';

/** What is shown, taken apart once: of every element, whether it is only asked for, and of single parts. */
export type Cut = { each: Shown | undefined; isAsked: boolean; named: ReadonlyMap<string, Shown> };

const CUTS = new WeakMap<object, Cut>();

/** The parts of what is shown. */
export function cutOf(shown: Exclude<Shown, true>): Cut {
  const known = CUTS.get(shown);
  if (known) return known;
  const { '*': each, '?': asked, ...named } = shown;
  const cut = { each, isAsked: asked !== undefined, named: new Map(Object.entries(named)) };
  CUTS.set(shown, cut);
  return cut;
}

/** As much of a part as is shown; undefined where it is not shown at all. */
export function partOf(shown: Shown, key: string): Shown | undefined {
  if (shown === true) return true;
  const { named, each } = cutOf(shown);
  return named.get(key) ?? each;
}
