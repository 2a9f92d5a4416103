import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '#core/model/wire/index.ts';
import { request } from './client.ts';

export const programmeKey = ['programme'] as const;

/** The time that is left is shown in minutes; what changes of the programme while somebody looks is when it closes. */
const FRESH_FOR = 60_000;

/** What a visitor needs: titles, cycle, account forms, password policy. Read again now and then: a cycle is extended. */
export const programmeQuery = queryOptions({
  queryKey: programmeKey,
  queryFn: () => request<ProgrammeView>('GET', '/api/programme'),
  staleTime: FRESH_FOR,
  refetchInterval: 5 * FRESH_FOR,
});

export const useProgramme = () => useQuery(programmeQuery);
