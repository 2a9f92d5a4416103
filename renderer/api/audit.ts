import { type InfiniteData, keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { JsonObject } from '#core/model/index.ts';
import { query, request } from './client.ts';

/** A line of the audit trail. */
export type AuditLine = {
  seq: number;
  at: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subject: string;
  /** Empty where it is no longer there. */
  subjectName: string;
  detail: JsonObject;
};

type AuditPage = { rows: AuditLine[]; after: string | null };

/** What became of checking the whole chain. */
type Verification = { ok: boolean; firstBroken: number | null; rows: number; head: string };

type AuditSearch = { action: string; subject: string };

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
  return useMutation({ mutationFn: () => request<Verification>('GET', '/api/audit/verification') });
}
