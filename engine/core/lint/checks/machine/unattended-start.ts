import type { Check } from '../../context.ts';
import { leavesOf } from '../../walk/reach.ts';
import { upwards } from '../../walk/states.ts';

/** A case begins in a state that acts by itself: nothing has happened yet that it could act upon, so it never does. */
export const unattendedStart: Check = {
  code: 'unattended-start',
  run: ({ routes }) =>
    routes.flatMap(({ states, pointer }) => {
      const [machine] = states;
      const entered = new Set((machine ? leavesOf(machine) : []).flatMap(upwards));
      return [...entered].flatMap(({ state, pointer: at }) =>
        (['always', 'entry'] as const)
          .filter((key) => state[key] !== undefined)
          .map((key) => ({ at: `${pointer}${at}/${key}`, params: { key } })),
      );
    }),
};
