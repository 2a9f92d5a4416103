import { useMutation, useQuery } from '@tanstack/react-query';
import { request } from './client.ts';

const setupPath = (token: string): string => `/api/setup/${encodeURIComponent(token)}`;

/** Whom the one-time link makes. */
type SetupView = { organisation: string; roleTitle: string };

type FirstUser = {
  name: string;
  username: string;
  password: string;
  question: string;
  answer: string;
};

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
    mutationFn: (user: FirstUser) => request<object>('POST', setupPath(token), user),
  });
}
