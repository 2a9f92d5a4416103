import type { Check } from '../../context.ts';

/** A transition that does not say who may fire it. */
export const transitionWithoutBy: Check = {
  code: 'transition-without-by',
  run: ({ routes }) =>
    routes.flatMap(({ transitions, pointer }) =>
      transitions
        .filter((found) => found.event !== undefined && found.by.length === 0)
        .map((found) => ({
          at: pointer + found.pointer,
        })),
    ),
};
