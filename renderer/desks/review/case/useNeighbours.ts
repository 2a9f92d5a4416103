import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { prefetchCase, type QueueRow, useQueue } from '#renderer/api/index.ts';
import type { ListRef } from './caseLink.ts';

/** The cases before and after the open one in the list that it was opened from. */
export type Neighbours = {
  previous?: QueueRow | undefined;
  next?: QueueRow | undefined;
  at: number;
  of: number;
};

const NOWHERE: ListRef = { route: '', queue: '', text: '' };
/** The next page is fetched when no more than this many rows are left. */
const AHEAD = 3;

/** The cases before and after this one in its list; the next one is fetched while this one is read. */
export function useNeighbours(id: string, list: ListRef | null): Neighbours {
  const client = useQueryClient();
  const page = useQueue(list ?? NOWHERE, list?.text ?? '', list !== null);
  const rows = (list && page.data) || [];
  const at = rows.findIndex((row) => row.id === id);
  // After a case that has left the list by a decision comes the first one of the list.
  const next = at < 0 ? rows[0] : rows[at + 1];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = page;
  const short = list !== null && hasNextPage && !isFetchingNextPage && rows.length - at <= AHEAD;
  useEffect(() => {
    if (short) void fetchNextPage();
  }, [short, fetchNextPage]);
  const nextId = next?.id;
  useEffect(() => {
    if (nextId) void prefetchCase(client, nextId);
  }, [client, nextId]);
  return { previous: at > 0 ? rows[at - 1] : undefined, next, at, of: rows.length };
}
