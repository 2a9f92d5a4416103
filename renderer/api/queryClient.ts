import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors.ts';

/** One retry for failures of network or server; none for refusals. */
function mayRetry(count: number, error: unknown): boolean {
  if (error instanceof ApiError && error.status >= 400 && error.status < 500) return false;
  return count < 1;
}

/** Without a network an act fails at once, with a sentence: none waits, to be done by itself when nobody looks any more. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: mayRetry, staleTime: 5_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
