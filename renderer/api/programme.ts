import { useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '#core/model/wire/index.ts';
import { request } from './client.ts';

export const programmeKey = ['programme'] as const;

/** What a visitor needs: titles, cycle, account forms, password policy. Fetched once per visit. */
export function useProgramme() {
  return useQuery({
    queryKey: programmeKey,
    queryFn: () => request<ProgrammeView>('GET', '/api/programme'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
