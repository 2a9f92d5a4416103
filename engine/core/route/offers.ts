import type { CaseState, CompiledRoute, Logic, Rule } from '#core/model/index.ts';
import { infoOf } from './call.ts';
import { transitionsOf } from './permissions.ts';

/** An event of a state for one desk, and the guards of which one must let it; none = it is always offered. */
type Offer = { event: string; guards: Logic[]; rules: Rule[] };

const found = new WeakMap<CompiledRoute, Map<string, Offer[]>>();

/**
 * What a state offers somebody, in the order of the route's `events`, found once a state: the machine takes an event
 * where any active state has a transition for it that is theirs and whose guard holds.
 */
export function offersOf(compiled: CompiledRoute, state: CaseState, by: string): Offer[] {
  const known = found.get(compiled) ?? new Map<string, Offer[]>();
  found.set(compiled, known);
  const info = infoOf(compiled, state);
  const key = `${info.text}\n${by}`;
  const offers = known.get(key) ?? (info.final ? [] : offersIn(compiled, info.nodes, by));
  known.set(key, offers);
  return offers;
}

function offersIn(
  { definition }: CompiledRoute,
  nodes: ReturnType<typeof infoOf>['nodes'],
  by: string,
): Offer[] {
  const mine = nodes
    .flatMap((node) => transitionsOf(node, definition))
    .filter(({ params }) => params.by?.includes(by));
  return Object.keys(definition.events).flatMap((event): Offer[] => {
    const ways = mine.filter((one) => one.event === event);
    if (ways.length === 0) return [];
    const guarded = ways.flatMap(({ params: { when, run } }) =>
      when === null || run === null ? [] : [{ when, run }],
    );
    const asked = guarded.length < ways.length ? [] : guarded;
    return [{ event, guards: asked.map(({ when }) => when), rules: asked.map(({ run }) => run) }];
  });
}
