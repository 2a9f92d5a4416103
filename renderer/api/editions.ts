import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SheetTemplates } from '#core/model/wire/index.ts';
import { editionQuery } from './ahead.ts';
import { query, request } from './client.ts';

/** As much of an edition as one category needs. */
export function useEditionSource(hash: string, category?: string, enabled = true) {
  const client = useQueryClient();
  return useQuery({ ...editionQuery(client, hash, category), enabled });
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
