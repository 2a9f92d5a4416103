import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { EditionView, ProgrammeView, SheetTemplates } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';
import { programmeKey } from './programme.ts';

type Asked = { hash: string; category: string; language: string | undefined };

/** With the language in the address the browser keeps each of them. */
const readEdition = ({ hash, category, language }: Asked): Promise<EditionView> =>
  request<EditionView>('GET', `/api/editions/${encodeURIComponent(hash)}${query({ category, language })}`);

/** The validators of an edition: code that the server generated, so that the page needs no `unsafe-eval`. */
const readValidators = (url: string): Promise<unknown> => import(/* @vite-ignore */ url);

/** Has the browser fetch the validators beside the edition that names them. */
function fetchAhead({ hash, category }: Asked): void {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = `/api/editions/${encodeURIComponent(hash)}/validators.js${query({ category })}`;
  document.head.append(link);
}

/** An edition is immutable: read once, kept for ever. */
export function useEditionSource(hash: string, category: string, enabled = true) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['edition', hash, category],
    queryFn: async () => {
      const language = client.getQueryData<ProgrammeView>(programmeKey)?.locale;
      const asked = { hash, category, language };
      fetchAhead(asked);
      const view = await readEdition(asked);
      return { view, validators: await readValidators(view.validators) };
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
