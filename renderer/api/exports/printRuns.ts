import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Created, Empty, PrintRunList, PrintRunStart } from '#core/model/wire/index.ts';
import { request } from '../client.ts';

const key = ['print-runs'] as const;
/** While something is printed, it is read again so often. */
const BUSY = 1500;

const isMoving = (list: PrintRunList): boolean =>
  list.runs.some(({ status }) => status === 'waiting' || status === 'running');

/** What I have asked to be printed in one file, newest first. */
export function usePrintRuns() {
  return useQuery({
    queryKey: key,
    queryFn: () => request<PrintRunList>('GET', '/api/print-runs'),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? BUSY : false),
  });
}

/** Where the file of a run is fetched. */
export const printRunUrl = (id: string): string => `/api/print-runs/${encodeURIComponent(id)}/file`;

/** Asks for a run. */
export function useStartPrintRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: PrintRunStart) => request<Created>('POST', '/api/print-runs', asked),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Cancels a run, or deletes its file. */
export function useEndPrintRun() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<Empty>('DELETE', `/api/print-runs/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
