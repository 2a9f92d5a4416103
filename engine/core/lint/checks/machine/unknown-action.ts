import { actions, type Command, effects } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';
import { nearest } from '../../nearest.ts';
import { actionsIn } from '../../walk/transitions.ts';

/** An action or effect that the engine does not have, or that belongs to the other kind of route. */
export const unknownAction: Check = {
  code: 'unknown-action',
  run: ({ routes }) =>
    routes.flatMap(({ route, states, pointer }) =>
      states.flatMap(actionsIn).flatMap(({ type, pointer: at }) => {
        const known = vocabulary.get(type);
        if (!known) {
          const meant = nearest(type, [...vocabulary.keys()]);
          return [
            {
              at: pointer + at,
              message: `There is no action "${type}"`,
              ...(meant ? { hint: `"${meant}" may be meant` } : {}),
            },
          ];
        }
        const fits = known.subject === 'any' || known.subject === route.subject;
        return fits
          ? []
          : [{ at: pointer + at, message: `"${type}" belongs to routes of subject "${known.subject}"` }];
      }),
    ),
};

const vocabulary = new Map<string, Command>([...actions, ...effects]);
