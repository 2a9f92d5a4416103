import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './client.ts';
import { sessionKey } from './session.ts';

const PATH = '/api/session/second-factor';

/** What an authenticator app takes: the secret in letters, and the address that its camera reads from a picture. */
export type SecondFactor = { secret: string; uri: string };

function useFactorChange<I, R>(change: (input: I) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
}

/** Begins a second factor; it counts only from the first right code on. */
export function useBeginSecondFactor() {
  return useMutation({ mutationFn: () => request<SecondFactor>('POST', PATH) });
}

/** Turns the second factor on with a code from the app. */
export const useConfirmSecondFactor = () =>
  useFactorChange((code: string) => request<object>('PUT', PATH, { code }));

/** Turns it off; a right code is asked for, so that an unattended screen is not enough. */
export const useRemoveSecondFactor = () =>
  useFactorChange((code: string) => request<object>('DELETE', PATH, { code }));
