import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  Created,
  Empty,
  JobChange,
  JobLine,
  JobPage,
  JobSearch,
  JobStart,
} from '#core/model/wire/index.ts';
import { query, request } from './client.ts';

const jobsKey = ['jobs'] as const;
/** While something runs, and while nothing does: how often the list is read again. */
const BUSY = 2000;
const IDLE = 10_000;

type Pages = InfiniteData<JobPage, string | undefined>;

/** What runs beside the requests, newest first, read again while one looks. */
export function useJobs(search: JobSearch) {
  return useInfiniteQuery<JobPage, Error, JobLine[], readonly unknown[], string | undefined>({
    queryKey: [...jobsKey, search],
    queryFn: ({ pageParam }) => request<JobPage>('GET', `/api/jobs${query({ ...search, after: pageParam })}`),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.after ?? undefined,
    select: linesOf,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && linesOf(state.data).some(isMoving) ? BUSY : IDLE),
  });
}

const linesOf = (data: Pages): JobLine[] => data.pages.flatMap((page) => page.rows);

const isMoving = ({ status, dueAt }: JobLine): boolean =>
  status === 'running' || (status === 'waiting' && Date.parse(dueAt) <= Date.now());

/** Asks for a job at once. */
export function useStartJob() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (start: JobStart) => request<Created>('POST', '/api/jobs', start),
    onSettled: refresh,
  });
}

/** Tries a job again, or gives it up. */
export function useChangeJob(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (change: JobChange) => request<Empty>('PUT', `/api/jobs/${encodeURIComponent(id)}`, change),
    onSettled: refresh,
  });
}

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: jobsKey });
}
