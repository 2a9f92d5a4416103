import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Created,
  DraftChanged,
  Empty,
  ExampleKept,
  ExampleOf,
  ExampleView,
  ReplayedCasePage,
  ReplayedDrafts,
  ReplayList,
  ReplayStart,
  SideBySide,
} from '#core/model/wire/index.ts';
import { request } from '../client.ts';

const replaysKey = ['replays'] as const;
/** How often one that runs is asked for. */
const RUNNING = 1500;
const RESTING = 15_000;

const ofDraft = (id: string): string => `/api/drafts/${encodeURIComponent(id)}/replays`;

/** The drafts that applications can be read under. */
export function useReplayedDrafts() {
  return useQuery({
    queryKey: replaysKey,
    queryFn: () => request<ReplayedDrafts>('GET', '/api/replays'),
  });
}

/** The replays of a draft, read again while one runs. */
export function useReplays(id: string, source = '') {
  return useQuery({
    queryKey: [...replaysKey, id, source],
    queryFn: () => request<ReplayList>('GET', ofDraft(id)),
    refetchInterval: ({ state }) => (isRunning(state.data) ? RUNNING : RESTING),
    placeholderData: (before) => before,
  });
}

const isRunning = (list: ReplayList | undefined): boolean =>
  list?.replays.some(({ status }) => status === 'waiting' || status === 'running') ?? false;

/** Reads the applications of a cycle under the draft. */
export function useStartReplay(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (start: ReplayStart) => request<Created>('POST', ofDraft(id), start),
    onSettled: () => client.invalidateQueries({ queryKey: replaysKey }),
  });
}

/** Ends one that runs. */
export function useCancelReplay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<Empty>('DELETE', `/api/replays/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: replaysKey }),
  });
}

/** The applications behind a number, a page at a time. */
export function useReplayedCases(id: string, of: { line: string; category?: string }) {
  return useInfiniteQuery({
    queryKey: [...replaysKey, id, 'cases', of],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ ...of, ...(pageParam !== '' && { after: pageParam }) });
      return request<ReplayedCasePage>('GET', `/api/replays/${encodeURIComponent(id)}/cases?${query}`);
    },
    initialPageParam: '',
    getNextPageParam: ({ after }) => after ?? undefined,
  });
}

/** An application under both editions; it is not asked for again by itself, for each time stands in the trail. */
export function useSideBySide(replay: string, application: string) {
  return useQuery({
    queryKey: [...replaysKey, replay, 'side', application],
    queryFn: () => request<SideBySide>('GET', ofReplay(replay, `cases/${encodeURIComponent(application)}`)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** What example of the draft an application would become. */
export function useExampleOf(replay: string) {
  return useMutation({
    mutationFn: (asked: ExampleOf) =>
      request<ExampleView>('GET', `${ofReplay(replay, 'example')}?${new URLSearchParams(asked)}`),
  });
}

/** Keeps that example as a change of the draft. */
export function useKeepExample(replay: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (kept: ExampleKept) => request<DraftChanged>('POST', ofReplay(replay, 'examples'), kept),
    onSettled: () => client.invalidateQueries({ queryKey: replaysKey }),
  });
}

const ofReplay = (id: string, step: string): string => `/api/replays/${encodeURIComponent(id)}/${step}`;
