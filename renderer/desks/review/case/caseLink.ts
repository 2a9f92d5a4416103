import type { QueueRef } from '#renderer/api/index.ts';
import { queuePath } from '#renderer/staff/index.ts';

/** Where a case was opened from: the list that "next" walks along. */
export type ListRef = QueueRef & { text: string };

/** The address of a case; the list that it was opened from goes along. */
export function casePath(id: string, list: ListRef | null): string {
  const path = `/cases/${encodeURIComponent(id)}`;
  if (!list) return path;
  const query = new URLSearchParams({
    route: list.route,
    queue: list.queue,
    ...(list.cycle ? { cycle: list.cycle } : {}),
    ...(list.text ? { text: list.text } : {}),
  });
  return `${path}?${query}`;
}

/** The address of the list itself, as it was searched. */
export function listPath({ text, ...queue }: ListRef): string {
  const path = queuePath(queue);
  if (!text) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ text })}`;
}

/** The list that an address names, or null. */
export function listOf(search: string): ListRef | null {
  const query = new URLSearchParams(search);
  const route = query.get('route');
  const queue = query.get('queue');
  const cycle = query.get('cycle') ?? undefined;
  return route && queue ? { route, queue, cycle, text: query.get('text') ?? '' } : null;
}
