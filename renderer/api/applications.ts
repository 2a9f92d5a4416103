import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HomeView } from '#core/model/wire.ts';
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
    mutationFn: (category: string) => request<{ id: string }>('POST', '/api/applications', { category }),
    onSuccess: () => client.invalidateQueries({ queryKey: homeKey }),
  });
}
