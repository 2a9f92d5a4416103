import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors.ts';

/** One retry for what the network or the server did wrong; none for what was refused. */
function mayRetry(count: number, error: unknown): boolean {
  if (error instanceof ApiError && error.status >= 400 && error.status < 500) return false;
  return count < 1;
}

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: mayRetry, staleTime: 5_000 }, mutations: { retry: false } },
  });
