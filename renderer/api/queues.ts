import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  BatchFiring,
  BatchView,
  BulkFiring,
  FiredView,
  QueueMenu,
  QueuePage,
  QueueRow,
} from '#core/model/wire/index.ts';
import { query, request } from './client.ts';

/** Everything that lists cases of desks begins with this key: after an event all of it is fetched again. */
export const queuesKey = ['queues'] as const;

/** One queue of one route in a cycle; without one, in that of new cases. */
export type QueueRef = { route: string; queue: string; cycle?: string | undefined };

const part = encodeURIComponent;

/** The left menu of a desk: routes, their queues, and how many wait in each. */
export function useQueueMenu(enabled = true) {
  return useQuery({
    queryKey: [...queuesKey, 'menu'],
    queryFn: () => request<QueueMenu>('GET', '/api/queues'),
    refetchInterval: 60_000,
    enabled,
  });
}

/** A queue, page after page; the last known rows stay on the screen while it is read again. */
export function useQueue({ route, queue, cycle }: QueueRef, text: string, enabled = true) {
  return useInfiniteQuery<QueuePage, Error, QueueRow[], readonly unknown[], string | undefined>({
    queryKey: [...queuesKey, 'rows', route, cycle, queue, text],
    queryFn: ({ pageParam }) =>
      request<QueuePage>(
        'GET',
        `/api/queues/${part(route)}/${part(queue)}${query({ cycle, text, after: pageParam })}`,
      ),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.after ?? undefined,
    select: rowsOf,
    enabled,
    placeholderData: keepPreviousData,
  });
}

const rowsOf = (data: InfiniteData<QueuePage, string | undefined>): QueueRow[] =>
  data.pages.flatMap((page) => page.rows);

/** Fires an event at many cases: all or none. Throws ApiError. */
export const fireMany = (firing: BulkFiring): Promise<FiredView> =>
  request<FiredView>('POST', '/api/events', firing);

/** A batch of one route in a cycle. */
export type BatchRef = { route: string; event: string; cycle: string };

const batchPath = ({ route, event, cycle }: BatchRef): string =>
  `/api/batches/${part(route)}/${part(event)}${query({ cycle })}`;

/** The overview before a batch; always fetched again. */
export function useBatch(batch: BatchRef, enabled: boolean) {
  return useQuery({
    queryKey: [...queuesKey, 'batch', batch.route, batch.cycle, batch.event],
    queryFn: () => request<BatchView>('GET', batchPath(batch)),
    staleTime: 0,
    enabled,
  });
}

/** Fires a batch's event at its whole queue. Throws ApiError 409 where there are more or fewer by now. */
export const fireBatch = (batch: BatchRef, firing: BatchFiring): Promise<FiredView> =>
  request<FiredView>('POST', batchPath(batch), firing);
