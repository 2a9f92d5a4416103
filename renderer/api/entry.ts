import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './client.ts';
import { forgetReadings, readSession, sessionKey } from './session.ts';

/** `proof` is the solved task of the human check; `code` the one-time code, once it was asked for. */
type Credentials = { username: string; password: string; proof: string; code?: string };

/**
 * Begins a session; everything that was read by somebody else before is forgotten. Gives `code-asked` where the
 * password was right and a one-time code is wanted besides.
 */
export function useLogin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      const answer = await request<{ secondFactor?: boolean }>('POST', '/api/session', credentials);
      return answer.secondFactor ? ('code-asked' as const) : readSession();
    },
    onSuccess: (session) => {
      if (session === 'code-asked') return;
      forgetReadings(client);
      client.setQueryData(sessionKey, session);
    },
  });
}

/** Question and answer go along where the person has none yet. */
type PasswordChange = { current: string; next: string; question?: string; answer?: string };

/** Changes the password of whoever is logged in; every other session of theirs ends. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: PasswordChange) => request<object>('PUT', '/api/session/password', change),
    onSuccess: async () => client.setQueryData(sessionKey, await readSession()),
  });
}
