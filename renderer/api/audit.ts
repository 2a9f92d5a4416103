import { type InfiniteData, keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { AuditLine, AuditPage, AuditSearch, AuditVerification } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';

/** The audit trail, newest first, page after page. */
export function useAudit(search: AuditSearch) {
  return useInfiniteQuery<AuditPage, Error, Trail, readonly unknown[], string | undefined>({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }) =>
      request<AuditPage>('GET', `/api/audit${query({ ...search, after: pageParam })}`),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.after ?? undefined,
    select: trailOf,
    placeholderData: keepPreviousData,
  });
}

/** What is there of the trail so far, and what its events are called. */
type Trail = { lines: AuditLine[]; events: AuditPage['events'] };

const trailOf = ({ pages }: InfiniteData<AuditPage, string | undefined>): Trail => ({
  lines: pages.flatMap(({ rows }) => rows),
  events: pages.at(-1)?.events ?? [],
});

/** Checks every link of the chain. */
export function useVerification() {
  return useMutation({ mutationFn: () => request<AuditVerification>('GET', '/api/audit/verification') });
}
