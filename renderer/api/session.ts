import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '../../engine/core/model/wire.ts';
import { request } from './client.ts';
import { isUnauthenticated } from './errors.ts';

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

export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 });
}

/** Ends the session and forgets everything that was read in it. */
export function useLogout() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('DELETE', '/api/session'),
    onSuccess: () => {
      client.clear();
      client.setQueryData(sessionKey, null);
    },
  });
}
