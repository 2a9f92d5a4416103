import { asText } from '#core/json/index.ts';
import type { Check } from '../../context.ts';
import { targetOf } from '../../walk/transitions.ts';

/** A transition or an initial state leads nowhere. */
export const unknownTarget: Check = {
  code: 'unknown-target',
  run: ({ routes }) =>
    routes.flatMap(({ states, transitions, pointer }) => [
      ...transitions
        .filter((found) => !targetOf(found, states))
        .map((found) => ({
          at: pointer + found.pointer,
          params: { target: found.target ?? '' },
        })),
      ...states.flatMap((site) => {
        const initial = asText(site.state.initial);
        if (site.children.length === 0 || site.state.type === 'parallel') return [];
        if (site.children.some((child) => child.path.at(-1) === initial)) return [];
        return [
          {
            at: `${pointer}${site.pointer}${initial === undefined ? '' : '/initial'}`,
            ...(initial === undefined
              ? { sentence: 'unknown-target.none' as const }
              : { sentence: 'unknown-target.initial' as const, params: { initial } }),
          },
        ];
      }),
    ]),
};
