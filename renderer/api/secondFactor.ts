import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Empty, NewFactor, OneTimeCode } from '#core/model/wire/index.ts';
import { request } from './client.ts';
import { sessionKey } from './session.ts';

const PATH = '/api/session/second-factor';

function useFactorChange<I, R>(change: (input: I) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
}

/** Begins a second factor; it counts only from the first right code on. */
export function useBeginSecondFactor() {
  return useMutation({ mutationFn: () => request<NewFactor>('POST', PATH) });
}

/** Turns the second factor on with a code from the app. */
export const useConfirmSecondFactor = () =>
  useFactorChange((code: string) => request<Empty>('PUT', PATH, { code } satisfies OneTimeCode));

/** Turns it off; a right code is asked for, so that access to an unattended screen is not enough. */
export const useRemoveSecondFactor = () =>
  useFactorChange((code: string) => request<Empty>('DELETE', PATH, { code } satisfies OneTimeCode));
