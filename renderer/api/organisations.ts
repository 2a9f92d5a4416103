import { useQuery } from '@tanstack/react-query';
import type { OrganisationPage, OrganisationView } from '../../engine/core/model/wire.ts';
import { query, request } from './client.ts';

/** What the picker asks for: names that contain `search`, or the children of `parent`; `for` is the account form. */
export type OrganisationSearch = { search?: string; parent?: string; for?: string; after?: string };

export function useOrganisations(search: OrganisationSearch, enabled = true) {
  return useQuery({
    queryKey: ['organisations', search],
    queryFn: () => request<OrganisationPage>('GET', `/api/organisations${query(search)}`),
    enabled,
    staleTime: 30_000,
    placeholderData: (previous) => previous,
  });
}

/** One organisation by id, for showing what a picker holds. */
export function useOrganisation(id: string | undefined) {
  return useQuery({
    queryKey: ['organisation', id],
    queryFn: () => request<OrganisationView>('GET', `/api/organisations/${encodeURIComponent(id ?? '')}`),
    enabled: Boolean(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
