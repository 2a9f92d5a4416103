import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors.ts';

/** One retry for failures of network or server; none for refusals. */
function mayRetry(count: number, error: unknown): boolean {
  if (error instanceof ApiError && error.status >= 400 && error.status < 500) return false;
  return count < 1;
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: mayRetry, staleTime: 5_000 }, mutations: { retry: false } },
  });
