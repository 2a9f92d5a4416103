import { useMutation, useQuery } from '@tanstack/react-query';
import type { Empty, FirstUser, SetupView } from '#core/model/wire/index.ts';
import { request } from './client.ts';

const setupPath = (token: string): string => `/api/setup/${encodeURIComponent(token)}`;

/** What a one-time link is for. Throws ApiError 404 where it is used up, expired or unknown. */
export function useSetup(token: string) {
  return useQuery({
    queryKey: ['setup', token],
    queryFn: () => request<SetupView>('GET', setupPath(token)),
    refetchOnWindowFocus: false,
  });
}

/** Makes the first administrator; the link is used up by it. */
export function useFinishSetup(token: string) {
  return useMutation({
    mutationFn: (user: FirstUser) => request<Empty>('POST', setupPath(token), user),
  });
}
