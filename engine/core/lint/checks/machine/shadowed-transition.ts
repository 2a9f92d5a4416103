import { sameJson } from '#core/json/index.ts';
import type { Check } from '../../context.ts';
import type { TransitionSite } from '../../walk/transitions.ts';

/** A transition that never fires, because one before it always does, or under the same guard. */
export const shadowedTransition: Check = {
  code: 'shadowed-transition',
  run: ({ routes }) =>
    routes.flatMap(({ transitions, pointer }) =>
      transitions.flatMap((found, index) => {
        const earlier = transitions
          .slice(0, index)
          .filter((other) => other.from === found.from && triggerOf(other) === triggerOf(found));
        const shadow = earlier.find((other) => covers(other, found));
        return shadow
          ? [
              {
                at: pointer + found.pointer,
                ...(shadow.guard ? { sentence: 'shadowed-transition.same' as const } : {}),
              },
            ]
          : [];
      }),
    ),
};

/** `always` and `onDone` have no event; their key tells them apart. */
function triggerOf(found: TransitionSite): string {
  if (found.limit !== undefined) return `after ${found.limit}`;
  return found.event ?? found.pointer.slice(found.from.pointer.length).split('/')[1] ?? '';
}

function covers(earlier: TransitionSite, later: TransitionSite): boolean {
  const everybody = later.by.every((actor) => earlier.by.includes(actor));
  if (!everybody) return false;
  return earlier.guard === undefined || sameJson(earlier.guard.logic, later.guard?.logic);
}
