import { useQuery } from '@tanstack/react-query';
import type { EditionView } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';

const readEdition = (hash: string, category: string): Promise<EditionView> =>
  request<EditionView>('GET', `/api/editions/${encodeURIComponent(hash)}${query({ category })}`);

/** The validators of an edition: code that the server generated, so that the page needs no `unsafe-eval`. */
const readValidators = (url: string): Promise<unknown> => import(/* @vite-ignore */ url);

/** An edition is immutable: read once, kept for ever. */
export function useEditionSource(hash: string, category: string, enabled = true) {
  return useQuery({
    queryKey: ['edition', hash, category],
    queryFn: async () => {
      const view = await readEdition(hash, category);
      return { view, validators: await readValidators(view.validators) };
    },
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
