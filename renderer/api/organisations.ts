import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { OrganisationPage, OrganisationSearch, OrganisationView } from '#core/model/wire/index.ts';
import { query, request } from './client.ts';

/** Approved organisations, page after page. */
export function useOrganisationPages(search: OrganisationSearch, enabled = true) {
  return useInfiniteQuery<OrganisationPage, Error, OrganisationLevel, readonly unknown[], string | undefined>(
    {
      queryKey: ['organisations', search],
      queryFn: ({ pageParam }) =>
        request<OrganisationPage>('GET', `/api/organisations${query({ ...search, after: pageParam })}`),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.after ?? undefined,
      select: levelOf,
      enabled,
      staleTime: 30_000,
      placeholderData: (previous) => previous,
    },
  );
}

/** What stands on one level of the tree, or was found; `whole`: what is beside the groups may go on on further pages. */
type OrganisationLevel = {
  groups: NonNullable<OrganisationPage['groups']>;
  organisations: OrganisationView[];
  whole: boolean;
};

/** What belongs to a group is listed in it alone. */
function levelOf({ pages }: InfiniteData<OrganisationPage, string | undefined>): OrganisationLevel {
  const groups = pages[0]?.groups ?? [];
  const grouped = new Set(groups.flatMap(({ kinds }) => kinds));
  const organisations = pages.flatMap((page) => page.organisations).filter(({ kind }) => !grouped.has(kind));
  return { groups, organisations, whole: groups.length > 0 && pages[0]?.others !== true };
}

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
