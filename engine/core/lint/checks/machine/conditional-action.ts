import { actions } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';
import { actionsIn } from '../../walk/transitions.ts';

/** `when` on an action that changes rounds or passes: queues are computed from these without knowing any case. */
export const conditionalAction: Check = {
  code: 'conditional-action',
  run: ({ routes }) =>
    routes.flatMap(({ states, pointer }) =>
      states
        .flatMap(actionsIn)
        .filter(({ type, when }) => when !== undefined && actions.get(type)?.conditional === false)
        .map(({ type, pointer: at }) => ({
          at: `${pointer}${at}/when`,
          params: { action: type },
          hint: { sentence: 'transitions' as const },
        })),
    ),
};
