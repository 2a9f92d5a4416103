import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Empty, SessionView } from '#core/model/wire/index.ts';
import { request } from './client.ts';
import { isUnauthenticated } from './errors.ts';
import { programmeKey } from './programme.ts';

export const sessionKey = ['session'] as const;

/** Who is logged in, or null. Gives null for 401, throws ApiError for anything else. */
export async function readSession(): Promise<SessionView | null> {
  try {
    return await request<SessionView | null>('GET', '/api/session');
  } catch (error) {
    if (isUnauthenticated(error)) return null;
    throw error;
  }
}

export const sessionQuery = { queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 };

/** Who is logged in; null when nobody is. */
export const useSession = () => useQuery(sessionQuery);

/**
 * Drops everything that was fetched for a user; what a visitor sees is kept, and so is the session query, which the
 * page watches.
 */
export const forgetReadings = (client: QueryClient): void =>
  client.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] !== programmeKey[0] && queryKey[0] !== sessionKey[0],
  });

/** Ends the session and drops everything that was fetched in it. */
export function useLogout() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<Empty>('DELETE', '/api/session'),
    onSuccess: () => {
      client.setQueryData(sessionKey, null);
      forgetReadings(client);
      // The language is this browser's again.
      void client.invalidateQueries({ queryKey: programmeKey });
    },
  });
}
