import type { QueueMenu } from '#renderer/api/index.ts';
import type { MenuGroup } from '#renderer/frame/index.ts';
import type { ReviewWords } from '#renderer/locales/index.ts';

export const queuePath = (route: string, queue: string): string =>
  `/queues/${encodeURIComponent(route)}/${encodeURIComponent(queue)}`;

/** The desk's table of contents: a heading a route, its queues with how many wait in each. */
export function groupsOf(menu: QueueMenu, words: ReviewWords, applies: boolean): MenuGroup[] {
  const groups = menu.map(({ route, title, queues }) => ({
    id: route,
    title,
    entries: queues.map((queue) => ({
      id: queue.id,
      title: queue.title,
      path: queuePath(route, queue.id),
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
  const all = menu.flatMap(({ route, queues }) => queues.map(({ id, count }) => ({ route, id, count })));
  const chosen = all.find(({ count }) => count > 0) ?? all[0];
  return chosen && queuePath(chosen.route, chosen.id);
}

export type QueueView = QueueMenu[number]['queues'][number];

/** A queue of the menu with its route; undefined where the person has none of that name. */
export function queueOf(
  menu: QueueMenu,
  route: string,
  queue: string,
): { route: QueueMenu[number]; queue: QueueView } | undefined {
  const group = menu.find((one) => one.route === route);
  const found = group?.queues.find(({ id }) => id === queue);
  return group && found && { route: group, queue: found };
}
