import { asObject, pointer } from '#core/json/index.ts';
import type { Check, LintContext } from '../../context.ts';

/** A state, batch or roster names a queue that its route does not have. */
export const unknownQueue: Check = {
  code: 'unknown-queue',
  run: (context) =>
    [...inRoutes(context), ...inRosters(context)]
      .filter(({ known, queue }) => !known.includes(queue))
      .map(({ at, queue }) => ({ at, params: { queue } })),
};

type Named = { at: string; queue: string; known: string[] };

function inRoutes({ routes }: LintContext): Named[] {
  return routes.flatMap(({ route, states, pointer: at }) => {
    const known = Object.keys(route.queues);
    const ofStates = states.flatMap((site) =>
      Object.entries(asObject(asObject(site.state.meta).queues)).flatMap(([desk, queue]) =>
        typeof queue === 'string'
          ? [{ at: at + site.pointer + pointer('meta', 'queues', desk), queue, known }]
          : [],
      ),
    );
    const ofEvents = Object.entries(route.events).flatMap(([name, { batch }]) =>
      batch ? [{ at: at + pointer('events', name, 'batch', 'queue'), queue: batch.queue, known }] : [],
    );
    return [...ofStates, ...ofEvents];
  });
}

function inRosters({ definition }: LintContext): Named[] {
  return definition.rosters.flatMap((roster, index) => {
    const route = definition.routes.find((known) => known.id === roster.route);
    if (!route) return [];
    return roster.queues.map((queue, position) => ({
      at: pointer('rosters', index, 'queues', position),
      queue,
      known: Object.keys(route.queues),
    }));
  });
}
