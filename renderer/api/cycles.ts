import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CycleChange, CyclesView, Empty } from '#core/model/wire/index.ts';
import { request } from './client.ts';
import { programmeKey } from './programme.ts';

const cyclesKey = ['cycles'] as const;

/** When each cycle is open, and what its definition says. */
export function useCycles() {
  return useQuery({ queryKey: cyclesKey, queryFn: () => request<CyclesView>('GET', '/api/cycles') });
}

/** Changes when a cycle is open; what is shown of it is read again, whether it worked or somebody was quicker. */
export function useChangeCycle(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: CycleChange) =>
      request<Empty>('PUT', `/api/cycles/${encodeURIComponent(id)}`, change),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: cyclesKey }),
        client.invalidateQueries({ queryKey: programmeKey }),
      ]),
  });
}
