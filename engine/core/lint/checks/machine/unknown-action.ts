import { actions, type Command, effects } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';
import { meantHint } from '../../nearest.ts';
import { actionsIn } from '../../walk/transitions.ts';

/** An action or effect that the engine does not have, or that belongs to the other kind of route. */
export const unknownAction: Check = {
  code: 'unknown-action',
  run: ({ routes }) =>
    routes.flatMap(({ route, states, pointer }) =>
      states.flatMap(actionsIn).flatMap(({ type, pointer: at }) => {
        const known = vocabulary.get(type);
        if (!known) {
          return [{ at: pointer + at, params: { action: type }, ...meantHint(type, [...vocabulary.keys()]) }];
        }
        if (known.subject === 'any' || known.subject === route.subject) return [];
        return [
          {
            at: pointer + at,
            sentence: `unknown-action.${known.subject}` as const,
            params: { action: type },
          },
        ];
      }),
    ),
};

const vocabulary = new Map<string, Command>([...actions, ...effects]);
