/** Editions of one small route, for what the two programmes have no example of. */
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import type { CompiledEdition, JsonObject, RouteDefinition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { tiny } from '../core/compile/tiny.ts';

type Parts = Partial<RouteDefinition> & {
  /** The desks by name; each is held by the applicant's own organisation. */
  held?: string[];
  states: JsonObject;
  initial?: string;
};

/** An edition whose only route is called "review". */
export function reviewEdition({ held = [], states, initial, ...parts }: Parts): CompiledEdition {
  const route: RouteDefinition = {
    id: 'review',
    title: 'Review',
    subject: 'application',
    desks: Object.fromEntries(held.map((desk) => [desk, { title: desk, find: { self: true } }])),
    queues: {},
    events: {},
    machine: { id: 'review', initial: initial ?? Object.keys(states)[0] ?? '', states },
    ...parts,
  };
  return compileEdition(tiny([], { routes: [route] }), {
    routes: compileRoute,
    validators: ajvValidators(),
  });
}

/** A transition that these may fire. */
export const by = (desks: string | string[], more: JsonObject): JsonObject => ({
  ...more,
  meta: { by: desks },
});
