import type { QueueMenu, QueueRef } from '#renderer/api/index.ts';
import type { MenuGroup } from '#renderer/frame/index.ts';
import type { ReviewWords } from '#renderer/locales/index.ts';

type Group = QueueMenu[number];

/** The address of a queue, or of a batch of it. It names the cycle where that is not the one of new cases. */
export function queuePath({ route, queue, cycle }: QueueRef, event?: string): string {
  const parts = [route, queue, ...(event === undefined ? [] : [event])].map(encodeURIComponent);
  return `/queues/${parts.join('/')}${cycle === undefined ? '' : `?cycle=${encodeURIComponent(cycle)}`}`;
}

/** A queue of a group as addresses name it. */
export const refOf = ({ route, cycle, serving }: Group, queue: string): QueueRef => ({
  route,
  queue,
  ...(serving ? {} : { cycle }),
});

/** A route's title; with its cycle where the menu has the route more than once. */
export function titleOf(menu: QueueMenu, { route, title, cycleTitle }: Group): string {
  const several = menu.filter((one) => one.route === route).length > 1;
  return several ? `${title} · ${cycleTitle}` : title;
}

/** The desk's table of contents: a heading a route, its queues with how many wait in each. */
export function groupsOf(menu: QueueMenu, words: ReviewWords, applies: boolean): MenuGroup[] {
  const groups = menu.map((group) => ({
    id: group.serving ? group.route : `${group.route}/${group.cycle}`,
    title: titleOf(menu, group),
    entries: group.queues.map((queue) => ({
      id: queue.id,
      title: queue.title,
      path: queuePath(refOf(group, queue.id)),
      badge: countText(queue),
      badgeLabel: words.waiting(countText(queue)),
    })),
  }));
  return applies
    ? [...groups, { id: 'own-applications', title: words.own, path: '/applications', entries: [] }]
    : groups;
}

const countText = ({ count, more }: QueueView): string => (more ? `${count}+` : String(count));

/** Where the desk opens: the first queue in which something waits, else the first of all. */
export function firstQueue(menu: QueueMenu): string | undefined {
  const all = menu.flatMap((group) =>
    group.queues.map(({ id, count }) => ({ ref: refOf(group, id), count })),
  );
  const chosen = all.find(({ count }) => count > 0) ?? all[0];
  return chosen && queuePath(chosen.ref);
}

export type QueueView = Group['queues'][number];

/** A queue of the menu with its route; undefined where the person has none of that name. */
export function queueOf(
  menu: QueueMenu,
  { route, queue, cycle }: QueueRef,
): { route: Group; queue: QueueView } | undefined {
  const group = menu.find(
    (one) => one.route === route && (cycle === undefined ? one.serving : one.cycle === cycle),
  );
  const found = group?.queues.find(({ id }) => id === queue);
  return group && found && { route: group, queue: found };
}
