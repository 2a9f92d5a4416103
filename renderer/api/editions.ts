import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { EditionView, ProgrammeView, SheetTemplates } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';
import { programmeKey } from './programme.ts';

type Asked = { hash: string; category: string | undefined; language: string | undefined };

/** With the language in the address the browser keeps each of them. */
const readEdition = ({ hash, category, language }: Asked): Promise<EditionView> =>
  request<EditionView>('GET', `/api/editions/${encodeURIComponent(hash)}${query({ category, language })}`);

/** An edition is immutable: read once, kept for ever. */
export function useEditionSource(hash: string, category?: string, enabled = true) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['edition', hash, category ?? ''],
    queryFn: () => {
      const language = client.getQueryData<ProgrammeView>(programmeKey)?.locale;
      return readEdition({ hash, category, language });
    },
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** The templates of the sheets that are made to fit, in the language of the screens. */
export function useSheetTemplates(hash: string, category: string, language: string, enabled: boolean) {
  const path = `/api/editions/${encodeURIComponent(hash)}/templates${query({ category, language })}`;
  return useQuery({
    queryKey: ['templates', hash, category, language],
    queryFn: () => request<SheetTemplates>('GET', path),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
