import type { CompiledEdition, Logic } from '#core/model/index.ts';
import { decides, scopeAt } from '#core/sentence/index.ts';

/** A guard that the chart cannot decide, and how it was taken. */
export type Assumption = { when: Logic; holds: boolean };

/** What a move depends on: all of these. */
export type Assumptions = Assumption[];

const keyOf = ({ when, holds }: Assumption): string => `${holds} ${JSON.stringify(when)}`;

/** Of the ways in which one move comes about, what is left to be said: a guard that may hold or not says nothing. */
export function simplified(ways: Assumptions[]): Assumptions[] {
  const different = [...new Map(ways.map((way) => [way.map(keyOf).sort().join('\n'), way])).values()];
  for (const way of different) {
    for (const one of way) {
      const twin = different.find(
        (other) => isWithin(turned(way, one), other) && isWithin(other, turned(way, one)),
      );
      if (!twin) continue;
      const others = different.filter((other) => other !== way && other !== twin);
      return simplified([...others, way.filter((each) => each !== one)]);
    }
  }
  return different.filter((way) => !different.some((other) => other !== way && isWithin(other, way)));
}

function turned(way: Assumptions, one: Assumption): Assumptions {
  return way.map((each) => (each === one ? { ...each, holds: !each.holds } : each));
}

function isWithin(part: Assumptions, way: Assumptions): boolean {
  const keys = new Set(way.map(keyOf));
  return part.every((each) => keys.has(keyOf(each)));
}

/** An event's title with what it depends on before it, in the programme's language. */
export function inWords(
  { definition }: CompiledEdition,
  move: { route: string; event: string; title: string },
  assumptions: Assumptions,
): string {
  const stated = assumptions.map(({ when, holds }): Logic => (holds ? when : { '!': [when] }));
  const [only] = stated;
  if (only === undefined) return move.title;
  const index = definition.routes.findIndex(({ id }) => id === move.route);
  const scope = scopeAt(definition, `/routes/${index}/events/${move.event}`);
  const condition = stated.length === 1 ? only : { and: stated };
  return decides('guard', move.title, condition, scope, definition.programme.locale);
}
