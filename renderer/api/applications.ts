import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Created, HomeView, NewApplication } from '#core/model/wire/index.ts';
import { request } from './client.ts';

const homeKey = ['applications'] as const;

/** The applicant's home: their applications, and what they may start. */
export function useHome() {
  return useQuery({ queryKey: homeKey, queryFn: () => request<HomeView>('GET', '/api/applications') });
}

/** Starts an application of a category; gives its case id. */
export function useStartApplication() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (category: string) =>
      request<Created>('POST', '/api/applications', { category } satisfies NewApplication),
    onSuccess: () => client.invalidateQueries({ queryKey: homeKey }),
  });
}
