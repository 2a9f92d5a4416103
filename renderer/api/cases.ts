import { type QueryClient, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Json } from '#core/model/index.ts';
import type {
  CaseView,
  FiredView,
  Firing,
  SectionRecord,
  SectionSave,
  SensitivePlace,
  SensitiveValue,
} from '#core/model/wire/index.ts';
import { caseKey, casePath, caseQuery } from './ahead.ts';
import { query, request } from './client.ts';

/** Fetches a case. */
export const readCase = (id: string): Promise<CaseView> => request<CaseView>('GET', casePath(id));

/** A case for filling or reading. */
export const useCase = (id: string, enabled = true) => useQuery({ ...caseQuery(id), enabled });

/** Those of several cases that have been fetched already. */
export const useCases = (ids: readonly string[]): CaseView[] =>
  useQueries({ queries: ids.map(caseQuery) }).flatMap(({ data }) => data ?? []);

/**
 * One sensitive answer of a case whole; the reveal is recorded in the audit trail. `path` is a pointer inside the
 * section.
 */
export const useReveal = (id: string) =>
  useMutation({
    mutationFn: (place: SensitivePlace) =>
      request<SensitiveValue>('GET', `${casePath(id)}/sensitive${query(place)}`),
  });

/** Fetches the case that will be read next, so that it opens at once. */
export const prefetchCase = (client: QueryClient, id: string): Promise<void> =>
  client.prefetchQuery({ queryKey: caseKey(id), queryFn: () => readCase(id), staleTime: 30_000 });

/** Saves one section at the version it was read at. Throws ApiError 409 with `current` where it is stale. */
export const saveSection = (
  id: string,
  section: string,
  value: Json,
  version: number,
): Promise<SectionRecord> =>
  request<SectionRecord>(
    'PUT',
    `${casePath(id)}/sections/${encodeURIComponent(section)}`,
    { value, version } satisfies SectionSave,
    { outlives: true },
  );

/** Fires an event of the route on one case. Throws ApiError with `refused` or `problems` where it may not. */
export const fireEvent = (id: string, fire: Firing): Promise<FiredView> =>
  request<FiredView>('POST', `${casePath(id)}/events`, fire);

/** Fires an event on a case and refreshes what shows it. */
export function useFire(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fire: Firing) => fireEvent(id, fire),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: caseKey(id) }),
        client.invalidateQueries({ queryKey: ['applications'] }),
        client.invalidateQueries({ queryKey: ['queues'] }),
      ]);
    },
  });
}
