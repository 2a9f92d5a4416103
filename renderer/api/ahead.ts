import type { QueryClient } from '@tanstack/react-query';
import type { CaseView, EditionView } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';
import { programmeQuery } from './programme.ts';
import { sessionQuery } from './session.ts';

/** The key of a case in the cache of queries. */
export const caseKey = (id: string) => ['case', id] as const;

export const casePath = (id: string) => `/api/cases/${encodeURIComponent(id)}`;

/** A case, asked for when somebody opens it. Never refetched by itself: an open form owns its answers. */
export const caseQuery = (id: string) => ({
  queryKey: caseKey(id),
  queryFn: () => request<CaseView>('GET', casePath(id)),
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
});

/** An edition is immutable: read once, kept for ever. With the language in the address the browser keeps each of them. */
export const editionQuery = (client: QueryClient, hash: string, category: string | undefined) => ({
  queryKey: ['edition', hash, category ?? ''],
  queryFn: () => {
    const language = client.getQueryData(programmeQuery.queryKey)?.locale;
    const path = `/api/editions/${encodeURIComponent(hash)}${query({ category, language })}`;
    return request<EditionView>('GET', path);
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

const APPLICATION = /^\/applications\/([^/]+)/;

/**
 * Asks for what the first page of a visit begins with, before the code is there that needs it. Whatever is refused is
 * asked for again by that code, which says so.
 */
export function askAhead(client: QueryClient, path: string): void {
  const [, id] = APPLICATION.exec(path) ?? [];
  const programme = client.prefetchQuery(programmeQuery);
  const session = client.fetchQuery(sessionQuery);
  const opened = session.then((own) =>
    own && id !== undefined ? openAhead(client, id, programme) : undefined,
  );
  void opened.catch(() => undefined);
}

async function openAhead(client: QueryClient, id: string, programme: Promise<void>): Promise<void> {
  const view = await client.fetchQuery(caseQuery(id));
  // It says in which language.
  await programme;
  await client.prefetchQuery(editionQuery(client, view.edition, view.category));
}
