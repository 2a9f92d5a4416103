import { type InfiniteData, keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { AuditLine, AuditPage, AuditSearch, AuditVerification } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';

/** The audit trail, newest first, page after page. */
export function useAudit(search: AuditSearch) {
  return useInfiniteQuery<AuditPage, Error, AuditLine[], readonly unknown[], string | undefined>({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }) =>
      request<AuditPage>('GET', `/api/audit${query({ ...search, after: pageParam })}`),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.after ?? undefined,
    select: linesOf,
    placeholderData: keepPreviousData,
  });
}

const linesOf = (data: InfiniteData<AuditPage, string | undefined>): AuditLine[] =>
  data.pages.flatMap((page) => page.rows);

/** Checks every link of the chain. */
export function useVerification() {
  return useMutation({ mutationFn: () => request<AuditVerification>('GET', '/api/audit/verification') });
}
