import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './client.ts';
import { readSession, sessionKey } from './session.ts';

export type Credentials = { username: string; password: string };

/** Begins a session; everything that was read by somebody else before is forgotten. */
export function useLogin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      await request<object>('POST', '/api/session', credentials);
      return readSession();
    },
    onSuccess: (session) => {
      client.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'programme' && queryKey[0] !== sessionKey[0],
      });
      client.setQueryData(sessionKey, session);
    },
  });
}

/** Changes the password of whoever is logged in; every other session of theirs ends. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { current: string; next: string }) =>
      request<object>('PUT', '/api/session/password', change),
    onSuccess: async () => client.setQueryData(sessionKey, await readSession()),
  });
}
