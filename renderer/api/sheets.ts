import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SheetChange, SheetSettings } from '#core/model/wire/index.ts';
import { request } from './client.ts';

const settingsPath = (id: string, sheet: string) =>
  `/api/cases/${encodeURIComponent(id)}/sheets/${encodeURIComponent(sheet)}/settings`;

const settingsKey = (id: string, sheet: string) => ['sheet-settings', id, sheet] as const;

/** Where a sheet of the case can be opened: a page or a PDF. */
export const sheetUrl = (id: string, sheet: string, format: 'html' | 'pdf'): string =>
  `/api/cases/${encodeURIComponent(id)}/sheets/${encodeURIComponent(sheet)}.${format}`;

/** The print settings that a sheet of the case has now. */
export function useSheetSettings(id: string, sheet: string) {
  return useQuery({
    queryKey: settingsKey(id, sheet),
    queryFn: () => request<SheetSettings>('GET', settingsPath(id, sheet)),
  });
}

/** Keeps how a sheet of this case is printed; what is left out goes back to its preset. */
export function useSaveSheetSettings(id: string, sheet: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: SheetChange) => request<SheetSettings>('PUT', settingsPath(id, sheet), settings),
    onSuccess: (kept) => client.setQueryData(settingsKey(id, sheet), kept),
  });
}
