import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Created,
  DraftApproval,
  DraftChanged,
  DraftChanges,
  DraftList,
  DraftReasonText,
  DraftRemarkText,
  DraftStart,
  DraftStep,
  DraftUndo,
  DraftView,
  Empty,
  PublicationAct,
  PublicationList,
  SourceFiles,
  StarterList,
} from '#core/model/wire/index.ts';
import { query, request, requestBytes } from '../client.ts';
import { ApiError } from '../errors.ts';

const draftsKey = ['drafts'] as const;
const publicationsKey = ['publications'] as const;
/** How often a draft is read again, so that two who work on it see each other's changes. */
const TOGETHER = 4000;

const addressOf = (id: string, step = ''): string => `/api/drafts/${encodeURIComponent(id)}${step}`;

/** Editions to come, newest first. */
export function useDrafts() {
  return useQuery({ queryKey: draftsKey, queryFn: () => request<DraftList>('GET', '/api/drafts') });
}

/** A draft with its changes, read again while one looks. */
export function useDraft(id: string) {
  return useQuery({
    queryKey: [...draftsKey, id],
    queryFn: () => request<DraftView>('GET', addressOf(id)),
    refetchInterval: TOGETHER,
  });
}

/** The files of a draft, as they are at this source: what was fetched stays right. */
export function useDraftFiles(id: string, source: string | undefined) {
  return useQuery({
    queryKey: [...draftsKey, id, 'files', source],
    queryFn: () => request<SourceFiles>('GET', addressOf(id, '/files')),
    enabled: source !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
}

/** Where a sheet of a draft is shown, with an example of it. The source is part of the address: other files are another page. */
export function draftSheetUrl(
  id: string,
  sheet: string,
  preview: { cycle: string; example: string; source: string; format: 'html' | 'pdf' },
): string {
  return `${addressOf(id, `/sheets/${encodeURIComponent(sheet)}`)}?${new URLSearchParams(preview)}`;
}

/** A sheet of a draft as it comes out of the printer, from an address that `draftSheetUrl` gives. */
export function useDraftPrint(address: string) {
  return useQuery({
    queryKey: [...draftsKey, 'pdf', address],
    queryFn: () => requestBytes(address),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  });
}

/** Begins a draft with what is published in a cycle. */
export function useStartDraft() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (start: DraftStart) => request<Created>('POST', '/api/drafts', start),
    onSettled: refresh,
  });
}

/** Programmes to begin a new one with, in a language and for a year. */
export function useStarters(locale: string, year: number) {
  return useQuery({
    queryKey: ['starters', locale, year],
    queryFn: () => request<StarterList>('GET', `/api/starters${query({ locale, year })}`),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
}

/** Begins a draft with files of its own. */
export function useImportDraft() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ title, files }: { title: string; files: SourceFiles['files'] }) =>
      request<Created>('PUT', `/api/drafts${query({ title })}`, { files }),
    onSettled: refresh,
  });
}

/** Makes changes as one act. */
export function useChangeDraft(id: string) {
  const refresh = useRefresh();
  const acknowledge = useAcknowledge(id);
  return useMutation({
    mutationFn: (changes: DraftChanges) => request<DraftChanged>('POST', addressOf(id, '/changes'), changes),
    onSuccess: acknowledge,
    onSettled: refresh,
  });
}

/** Takes an act back, or an undo. */
export function useUndoAct(id: string) {
  const refresh = useRefresh();
  const acknowledge = useAcknowledge(id);
  return useMutation({
    mutationFn: (undo: DraftUndo) => request<DraftChanged>('POST', addressOf(id, '/undo'), undo),
    onSuccess: acknowledge,
    onSettled: refresh,
  });
}

/** Writes something about a draft or one of its changes. */
export function useRemark(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (remark: DraftRemarkText) => request<Empty>('POST', addressOf(id, '/remarks'), remark),
    onSettled: refresh,
  });
}

/** Writes why a changed rule that nothing reaches is published all the same. */
export function useGiveReason(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (reason: DraftReasonText) => request<Empty>('POST', addressOf(id, '/reasons'), reason),
    onSettled: refresh,
  });
}

/** Submits a draft, or gives it up. */
export function useDraftStep(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ step, ...body }: DraftStep & { step: 'submit' | 'discard' }) =>
      request<Empty>('POST', addressOf(id, `/${step}`), body),
    onSettled: refresh,
  });
}

/** Approves a draft: it is published at once, or at the hour given. */
export function useApproveDraft(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (approval: DraftApproval) => request<Empty>('POST', addressOf(id, '/approve'), approval),
    onSettled: refresh,
  });
}

/** The log of what was published, newest first. */
export function usePublications() {
  return useQuery({
    queryKey: publicationsKey,
    queryFn: () => request<PublicationList>('GET', '/api/publications'),
  });
}

/** The files of what is published in a cycle. */
export const readPublishedFiles = (cycle: string): Promise<SourceFiles> =>
  request<SourceFiles>('GET', `/api/publications/${encodeURIComponent(cycle)}/files`);

/** Goes back to what was published under a number, or ends new cases of a cycle. */
export function useActOnPublication() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (act: PublicationAct) => request<Empty>('POST', '/api/publications', act),
    onSettled: refresh,
  });
}

/** What others have added to a draft meanwhile, in sentences; null where this is not what went wrong. */
export function addedMeanwhile(error: unknown): string[] | null {
  if (!(error instanceof ApiError) || error.body?.code !== 'draft-moved') return null;
  const lines = error.body.current?.value;
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line) =>
    typeof line === 'object' && line !== null && 'sentence' in line ? [String(line.sentence)] : [],
  );
}

/** How long the list of a draft is now, where that is why a change was refused. */
export const lengthNow = (error: unknown): number | undefined =>
  error instanceof ApiError && error.body?.code === 'draft-moved' ? error.body.current?.version : undefined;

/** How long the list of a draft was before changes of one's own in this page, and after each. Others' are not among them. */
const ownSteps = new Map<string, Map<number, number>>();

/** Of the list that somebody has seen, how far it goes on with their own changes alone: those they need not be shown. */
export function lengthWithOwn(id: string, seen: number): number {
  const next = ownSteps.get(id)?.get(seen);
  return next === undefined || next <= seen ? seen : lengthWithOwn(id, next);
}

/** What is built on one's own change need not wait until the server has checked the draft: its list is longer by that change. */
function useAcknowledge(id: string): (changed: DraftChanged, asked: { length: number }) => void {
  const client = useQueryClient();
  return ({ length }, asked) => {
    ownSteps.set(id, (ownSteps.get(id) ?? new Map()).set(asked.length, length));
    client.setQueryData<DraftView>(
      [...draftsKey, id],
      (view) => view && { ...view, length: Math.max(view.length, length) },
    );
  };
}

/** Whatever is published changes what policy staff see of the programme. */
function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [draftsKey, publicationsKey, ['policy']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}
