import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerProblem, JsonObject } from '#core/model/index.ts';
import type {
  AttestationQuestion,
  AttestationView,
  AttestedSheets,
  FrozenPrints,
  SheetChange,
  SheetLength,
  SheetSettings,
} from '#core/model/wire/index.ts';
import { request } from './client.ts';

const sheetPath = (id: string, sheet: string, of: 'settings' | 'length') =>
  `/api/cases/${encodeURIComponent(id)}/sheets/${encodeURIComponent(sheet)}/${of}`;

const settingsKey = (id: string, sheet: string) => ['sheet-settings', id, sheet] as const;

/** Where a sheet of the case can be opened: a page or a PDF. */
export const sheetUrl = (id: string, sheet: string, format: 'html' | 'pdf'): string =>
  `/api/cases/${encodeURIComponent(id)}/sheets/${encodeURIComponent(sheet)}.${format}`;

/** The page as it would look with these settings. */
export const sheetPreviewUrl = (id: string, sheet: string, settings: JsonObject): string =>
  `${sheetUrl(id, sheet, 'html')}?settings=${encodeURIComponent(JSON.stringify(settings))}`;

/** A frozen print as a PDF. */
export const frozenPrintUrl = (id: string, print: string): string =>
  `/api/cases/${encodeURIComponent(id)}/frozen-prints/${encodeURIComponent(print)}`;

/** The official prints of a case as they were when it was handed on. */
export function useFrozenPrints(id: string) {
  return useQuery({
    queryKey: ['frozen-prints', id],
    queryFn: () => request<FrozenPrints>('GET', `/api/cases/${encodeURIComponent(id)}/frozen-prints`),
  });
}

/** How many pages a sheet has that must fit on a number of them. */
export function useSheetLength(id: string, sheet: string) {
  return useQuery(lengthQuery(id, sheet));
}

const lengthQuery = (id: string, sheet: string) => ({
  queryKey: ['sheet-length', id, sheet],
  queryFn: () => request<SheetLength>('GET', sheetPath(id, sheet, 'length')),
  staleTime: 0,
  retry: false,
});

/** What is too long of sheets that have to fit before anything is handed in. */
export function useSheetProblems(id: string, sheets: readonly string[]): AnswerProblem[] {
  return useQueries({
    queries: sheets.map((sheet) => lengthQuery(id, sheet)),
    combine: (lengths) => lengths.flatMap(({ data }) => data?.problems ?? []),
  });
}

/** The print settings that a sheet of the case has now. */
export function useSheetSettings(id: string, sheet: string) {
  return useQuery({
    queryKey: settingsKey(id, sheet),
    queryFn: () => request<SheetSettings>('GET', sheetPath(id, sheet, 'settings')),
  });
}

/** Keeps how a sheet of this case is printed; what is left out goes back to its preset. */
export function useSaveSheetSettings(id: string, sheet: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: SheetChange) =>
      request<SheetSettings>('PUT', sheetPath(id, sheet, 'settings'), settings),
    onSuccess: (kept) => client.setQueryData(settingsKey(id, sheet), kept),
  });
}

/** The sheets whose official prints carry a code. */
export function useAttestedSheets() {
  return useQuery({
    queryKey: ['attestations'],
    queryFn: () => request<AttestedSheets>('GET', '/api/attestations'),
    refetchOnWindowFocus: false,
  });
}

/** Asks whether a print was issued. */
export function useAttestation() {
  return useMutation({
    mutationFn: (question: AttestationQuestion) =>
      request<AttestationView>('POST', '/api/attestations', question),
  });
}
