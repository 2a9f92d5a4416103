import type { Check } from '../../context.ts';

/** A transition that says what must hold both as `when` and in the long form: only one of them would be asked. */
export const twoGuards: Check = {
  code: 'two-guards',
  run: ({ routes }) =>
    routes.flatMap(({ transitions, pointer }) =>
      transitions
        .filter(({ written }) => written.when !== undefined && written.guard !== undefined)
        .map((found) => ({
          at: `${pointer}${found.pointer}/guard`,
        })),
    ),
};
