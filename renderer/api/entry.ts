import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Credentials, Empty, LoginView, PasswordChange } from '#core/model/wire/index.ts';
import { request } from './client.ts';
import { programmeKey } from './programme.ts';
import { forgetReadings, readSession, sessionKey } from './session.ts';

/**
 * Begins a session; everything that was fetched for somebody else is dropped. Gives `code-asked` where the
 * password was right and a one-time code is wanted besides.
 */
export function useLogin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: Credentials) => {
      const answer = await request<LoginView>('POST', '/api/session', credentials);
      return answer.secondFactor ? ('code-asked' as const) : readSession();
    },
    onSuccess: (session) => {
      if (session === 'code-asked') return;
      forgetReadings(client);
      client.setQueryData(sessionKey, session);
      // Whoever has logged in may have chosen another language than this browser.
      void client.invalidateQueries({ queryKey: programmeKey });
    },
  });
}

/** Changes the password of whoever is logged in; every other session of theirs ends. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: PasswordChange) => request<Empty>('PUT', '/api/session/password', change),
    onSuccess: async () => client.setQueryData(sessionKey, await readSession()),
  });
}
