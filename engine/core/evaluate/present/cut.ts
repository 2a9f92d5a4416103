import type { Shown } from '#core/model/index.ts';

type Parts = Record<string, unknown>;

/** What is shown, taken apart once: of every element, whether it is only asked for, and of single parts. */
type Cut = { each: Shown | undefined; isAsked: boolean; named: [string, Shown][] };

const CUTS = new WeakMap<object, Cut>();

/**
 * Of what a sheet may show as much as its template can: the parts that `shown` names, of every element where it names
 * `*`, with how many there are; and of what is only asked for whether something stands there.
 */
export function cutTo(value: unknown, shown: Shown): unknown {
  if (shown === true) return value;
  const cut = cutOf(shown);
  const parts = isParted(value) ? partsOf(value, cut) : {};
  return cut.isAsked ? { parts, stands: stands(value) } : parts;
}

function cutOf(shown: Exclude<Shown, true>): Cut {
  const known = CUTS.get(shown);
  if (known) return known;
  const { '*': each, '?': asked, ...named } = shown;
  const cut = { each, isAsked: asked !== undefined, named: Object.entries(named) };
  CUTS.set(shown, cut);
  return cut;
}

/** Forms are cut at every check of a signed print: no list is made of what is only looked up. */
function partsOf(value: Parts, { each, named }: Cut): Parts {
  const parts: Parts = {};
  if (each !== undefined) for (const key of Object.keys(value)) parts[key] = cutTo(value[key], each);
  for (const [key, inner] of named) {
    if (Array.isArray(value) && key === 'length') parts.length = value.length;
    else if (Object.hasOwn(value, key)) parts[key] = cutTo(value[key], inner);
  }
  return parts;
}

const isParted = (value: unknown): value is Parts => typeof value === 'object' && value !== null;

/** As a template asks it: an empty list and an empty text are nothing. */
const stands = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
