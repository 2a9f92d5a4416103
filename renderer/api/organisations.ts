import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { OrganisationPage, OrganisationSearch, OrganisationView } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';

/** Approved organisations, page after page. */
export function useOrganisationPages(search: OrganisationSearch, enabled = true) {
  return useInfiniteQuery<
    OrganisationPage,
    Error,
    OrganisationView[],
    readonly unknown[],
    string | undefined
  >({
    queryKey: ['organisations', search],
    queryFn: ({ pageParam }) =>
      request<OrganisationPage>('GET', `/api/organisations${query({ ...search, after: pageParam })}`),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.after ?? undefined,
    select: organisationsOf,
    enabled,
    staleTime: 30_000,
    placeholderData: (previous) => previous,
  });
}

const organisationsOf = (data: InfiniteData<OrganisationPage, string | undefined>): OrganisationView[] =>
  data.pages.flatMap((page) => page.organisations);

/** An organisation in words: the names from the top of the tree down to its own. */
export const wayTo = ({ path, name }: OrganisationView): string => [...path, name].join(' / ');

/** One organisation by id, for showing what a picker holds. */
export function useOrganisation(id: string | undefined) {
  return useQuery({
    queryKey: ['organisation', id],
    queryFn: () => request<OrganisationView>('GET', `/api/organisations/${encodeURIComponent(id ?? '')}`),
    enabled: Boolean(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
